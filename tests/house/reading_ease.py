"""What clients read stays easy: Flesch-Kincaid grade 8 or below, which is school English of thirteen-year-olds.

The measure is J. P. Kincaid and others, Derivation of new readability formulas (1975), Research Branch Report 8-75:
0.39 words a sentence + 11.8 syllables a word - 15.59. As in Flesch's own rule, a colon and a semicolon end a sentence, too.
Syllables are counted by groups of vowels, less a silent e. The measure means little for a phrase of a few words, so phrases of
one trigger point are measured together.

Usage: reading_ease.py CONTENT [--spoilt]; with --spoilt one hard sentence is added, and the test must fail.
"""

import json
import pathlib
import re
import sys

HARDEST = 8.0
FEWEST_WORDS = 8  # of what is measured by itself


def syllables(word):
    word = re.sub("[^a-z]", "", word.lower())
    count = len(re.findall("[aeiouy]+", word))
    if word.endswith("e") and not word.endswith(("le", "ee")):
        count -= 1
    elif word.endswith("ed") and not word.endswith(("ted", "ded")):
        count -= 1
    elif word.endswith("es") and not re.search("(s|x|z|ch|sh|c|g|l)es$", word):
        count -= 1
    return max(count, 1)


def words_of(text):
    return re.findall("[A-Za-z][A-Za-z']*", text)


def grade(text):
    sentences = [part for part in re.split(r"[.!?;:](?:\s|$)", text) if words_of(part)]
    words = words_of(text)
    return 0.39 * len(words) / len(sentences) + 11.8 * sum(map(syllables, words)) / len(words) - 15.59


def texts(content):
    """(where it stands, text)"""
    for file in sorted((content / "muscles").glob("*.json")):
        muscle = json.loads(file.read_text(encoding="utf-8"))
        yield f"{file.name}: summary", muscle["summary"]
        for point in muscle["trigger_points"]:
            where = f"{file.name}: {point['id']}"
            yield f"{where}: explanation", point["explanation"]
            phrases = [point["quality_of_pain"], *point["causes"], *(area["words"] for area in point["areas"])]
            yield f"{where}: quality_of_pain, causes, areas", ". ".join(phrases)
    safety = json.loads((content / "safety.json").read_text(encoding="utf-8"))
    yield "safety.json: short_form", safety["short_form"]
    for group in safety["groups"]:
        for line in group["lines"]:
            yield f"safety.json: {group['title']}", re.sub(r"\s*\[[^\]]*\]", "", line)
    for sign in safety["signs"]:
        yield f"safety.json: {sign['id']}", sign["words"]


def main(folder, spoilt):
    # The counter against words that everybody can count.
    known = {"ache": 1, "muscle": 2, "shoulder": 2, "blade": 1, "infraspinatus": 5, "pulled": 1, "rested": 2, "uneasy": 3, "bones": 1, "touches": 2, "emergency": 4}
    for word, count in known.items():
        assert syllables(word) == count, f"{word}: {syllables(word)} syllables"
    all_texts = list(texts(pathlib.Path(folder)))
    if spoilt:
        all_texts.append(("spoilt", "The musculature of the posterior cervical region facilitates extension, ipsilateral rotation and postural stabilisation of the cranium."))
    hard = [(where, text) for where, text in all_texts if len(words_of(text)) >= FEWEST_WORDS and grade(text) > HARDEST]
    for where, text in hard:
        print(f"{where}: grade {grade(text):.1f}: {text}")
    if hard:
        sys.exit(f"{len(hard)} of {len(all_texts)} texts are above grade {HARDEST:.0f}: shorter sentences, shorter words")
    print(f"{len(all_texts)} texts at grade {HARDEST:.0f} or below")


main(sys.argv[1], "--spoilt" in sys.argv)
