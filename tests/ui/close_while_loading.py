"""A window that is closed before the atlas is open ends cleanly."""

from atlas_window import AtlasWindow
from desktop import Desktop, check, run


def main(program):
    with Desktop() as desktop:
        window = AtlasWindow(desktop, program)
        try:
            status, words = window.close()
            check(status == 0, f"it ends with 0, not {status}: {words}")
        finally:
            window.kill()


run(main)
