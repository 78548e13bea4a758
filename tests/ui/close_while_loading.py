"""A window that is closed before the atlas is open ends cleanly."""

import sys

from atlas_window import AtlasWindow
from desktop import Desktop, Failed, check


def main(program):
    with Desktop() as desktop:
        window = AtlasWindow(desktop, program)
        try:
            status, words = window.close()
            check(status == 0, f"it ends with 0, not {status}: {words}")
        finally:
            window.kill()


if __name__ == "__main__":
    try:
        main(sys.argv[1])
    except Failed as failure:
        sys.exit(f"failed: {failure}")
