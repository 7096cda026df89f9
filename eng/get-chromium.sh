#!/usr/bin/env bash
# The browser in which tests draw on the page of samples/DrawADigit.
set -euo pipefail
command -v chromium && exit
root=()
[ "$(id -u)" -eq 0 ] || root=(sudo)
"${root[@]}" apt-get -qq install -y chromium || { "${root[@]}" apt-get -qq update && "${root[@]}" apt-get -qq install -y chromium; }
