#!/usr/bin/env bash
# Lets TorchSharp load on a Linux whose libstdc++ is older than the one it was built with, such as Debian 12 (benchmarks only).
# libLibTorchSharp.so asks for GLIBCXX_3.4.32 on account of one symbol, std::ios_base_library_init(), and TorchSharp then
# says that the project "doesn't contain a reference to libtorch-cpu". In the folder of a build this makes that need a weak
# one, and adds a library with the one function. Does nothing where the system's libstdc++ is new enough.
# usage: mend-torchsharp.sh FOLDER     needs g++, patchelf and python3 where there is something to do
set -euo pipefail
folder=$(cd "$1" && pwd)
library=$folder/libLibTorchSharp.so
version=GLIBCXX_3.4.32
[ -e "$library" ] || { echo "$library: there is no such file; build with -p:NativePeers=true first." >&2; exit 1; }

for system in $(ldconfig -p 2>/dev/null | awk '$1 == "libstdc++.so.6" { print $NF }') /usr/lib/*/libstdc++.so.6; do
    if [ -e "$system" ] && grep -q "$version" "$system"; then exit 0; fi
done
for tool in g++ patchelf python3; do
    command -v "$tool" > /dev/null || { echo "TorchSharp needs $version, which this system's libstdc++ lacks. To mend the copy in $folder, install $tool." >&2; exit 1; }
done

temporary=$(mktemp -d)
trap 'rm -rf "$temporary"' EXIT
cp "$library" "$temporary/library.so"
chmod u+w "$temporary/library.so"
if patchelf --print-needed "$temporary/library.so" | grep -q '^libiosinit.so$'; then exit 0; fi
printf '#include <iostream>\nextern "C" void _ZSt21ios_base_library_initv() {}\n' > "$temporary/iosinit.cpp"
g++ -O2 -shared -fPIC "$temporary/iosinit.cpp" -o "$folder/libiosinit.so"
patchelf --add-needed libiosinit.so "$temporary/library.so"
python3 - "$temporary/library.so" "$version" <<'P'
import struct, sys
path, version = sys.argv[1:]
b = bytearray(open(path, 'rb').read())
start, = struct.unpack_from('<Q', b, 0x28)
size, count, _ = struct.unpack_from('<HHH', b, 0x3A)
sections = [struct.unpack_from('<IIQQQQIIQQ', b, start + i * size) for i in range(count)]
needs = next(s for s in sections if s[1] == 0x6ffffffe)      # SHT_GNU_verneed
strings = sections[needs[6]][4]
name = lambda o: b[strings + o:b.index(0, strings + o)].decode()
o, weak = needs[4], 0
while True:
    _, entries, _, first, following = struct.unpack_from('<HHIII', b, o)
    a = o + first
    for _ in range(entries):
        _, flags, _, n, step = struct.unpack_from('<IHHII', b, a)
        if name(n) == version:
            struct.pack_into('<H', b, a + 4, flags | 2)      # VER_FLG_WEAK
            weak += 1
        a += step
    if not following:
        break
    o += following
assert weak == 1, 'the need for the version was not found'
open(path, 'wb').write(b)
P
# A new file instead of new bytes in the old one, which may be a link into the package cache.
rm -f "$library"
cp "$temporary/library.so" "$library"
echo "mended $library"
