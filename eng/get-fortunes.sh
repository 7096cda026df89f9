#!/usr/bin/env bash
# Fetches quotations and poems (Debian's package fortunes, the BSD licence of fortune-mod) as text files into a folder. It needs no root and installs nothing.
# Elsewhere than on Debian and its relatives, put any text files there.
# usage: eng/get-fortunes.sh [DIR]     (data/fortunes unless said otherwise)
set -euo pipefail

dir=${1:-data/fortunes}
files=(computers definitions education food law linux miscellaneous people platitudes science songs-poems startrek tao wisdom work)
mkdir -p "$dir"
dir=$(cd "$dir" && pwd)

complete() { for file in "${files[@]}"; do [ -s "$dir/$file.txt" ] || return 1; done; }

complete && exit 0

copy() { for file in "${files[@]}"; do grep -v '^%' "$1/$file" > "$dir/$file.txt"; done; }

installed=/usr/share/games/fortunes
if [ -s "$installed/wisdom" ]; then
    copy "$installed"
    exit 0
fi

tmp=$(mktemp -d)
trap 'rm -rf "$tmp"' EXIT
chmod 755 "$tmp"
cd "$tmp"
apt-get -qq download fortunes || { apt-get -qq update && apt-get -qq download fortunes; }
dpkg-deb -x fortunes_*.deb package
cp package/usr/share/doc/fortunes/copyright "$dir/LICENSE-fortunes"
copy "package$installed"
