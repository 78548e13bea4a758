#!/usr/bin/env bash
# What becomes of what the program writes: standard output that is full, closed or a pipe that nobody reads on, and a place
# given by -o that is a link, a pipe or a device. Usage: output_rules.sh PROGRAM FOLDER
set -u
program=$1; folder=$2
rm -rf "$folder"; mkdir -p "$folder/far"; cd "$folder" || exit 1
faults=0
wrong() { echo "wrong: $*"; faults=$((faults + 1)); }
status_of() { local wanted=$1 got=$2 what=$3; [[ $got == "$wanted" ]] || wrong "$what: status $got, expected $wanted"; }

for words in "info" "info --json" "commands" "explain --pain suboccipital.R" "validate" "--help" "--version" "import model --help"; do
  "$program" $words > /dev/full 2> told; status_of 3 $? "$words on a full disk"
  grep -q "can't be written" told || wrong "$words on a full disk: no message"
  "$program" $words >&- 2> told; status_of 3 $? "$words with standard output closed"
  grep -q "can't be written" told || wrong "$words with standard output closed: no message"
done
( "$program" info --json 2> told; echo $? > status ) | head -c 10 > /dev/null
status_of 3 "$(cat status)" "info into a pipe that is closed"

echo old > far/real.png; ln -s far/real.png link.png
"$program" snapshot -o link.png --size 64x64 --quality low || wrong "snapshot through a link"
[[ -L link.png ]] || wrong "the link was replaced"
head -c 4 far/real.png | grep -q PNG || wrong "the link's target was not written"
mkfifo pipe
timeout 60 cat pipe > through & reader=$!
"$program" snapshot -o pipe --size 64x64 --quality low || wrong "snapshot into a pipe"
wait $reader
[[ -p pipe ]] || wrong "the pipe was replaced"
head -c 4 through | grep -q PNG || wrong "nothing came through the pipe"
"$program" snapshot -o /dev/full --size 64x64 --quality low 2> told; status_of 3 $? "snapshot into a full device"
[[ -c /dev/full ]] || wrong "the device was replaced"

for words in "--atlas far export --format obj -o out" "--run depth_2 snapshot -o a.png" "--atlas far info"; do
  "$program" $words 2> told; status_of 2 $? "dorsum $words"
  grep -q "does not heed" told || wrong "dorsum $words: no message"
done
[[ $faults == 0 ]]
