#!/usr/bin/env bash
# TorchSharp's init.trunc_normal_ fills a tensor with one and the same value.
#
# Seen with TorchSharp 0.107.0 and libtorch-cpu 2.10.0 on Linux x64: init.trunc_normal_(weight, mean 0, std 0.02), the initialiser of vision transformers, makes every weight 0.02, the
# standard deviation itself; with the defaults every weight is 1. PyTorch draws from a normal distribution cut at a and b. All units of a layer are then the same unit, get
# the same gradient and stay the same for good: the network trains as one of width one, and only its poor loss tells. With a mean of 5 and bounds 4 and 6 the values do
# differ, and pile up at the lower bound. Remedy: draw with normal_ and clamp, or draw again what is outside.
#
# The script fails if the values differ.
# It needs .NET 10; on a system whose libstdc++ is older than GLIBCXX_3.4.32
# (Debian 12) gcc and python3 too, with which it makes a copy of TorchSharp's native library loadable there.
set -euo pipefail
export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1
folder=$(mktemp -d)
trap 'cd /; rm -rf "$folder"' EXIT
cd "$folder"

cat > draw.csproj <<'XML'
<Project Sdk="Microsoft.NET.Sdk">
  <PropertyGroup>
    <TargetFramework>net10.0</TargetFramework>
    <OutputType>Exe</OutputType>
    <RuntimeIdentifier>linux-x64</RuntimeIdentifier>
    <SelfContained>false</SelfContained>
  </PropertyGroup>
  <ItemGroup>
    <PackageReference Include="TorchSharp" Version="0.107.0" />
    <PackageReference Include="libtorch-cpu-linux-x64" Version="2.10.0" />
  </ItemGroup>
</Project>
XML
cat > Program.cs <<'CS'
using TorchSharp;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

System.Globalization.CultureInfo.CurrentCulture = System.Globalization.CultureInfo.InvariantCulture;
random.manual_seed(1);
Say("trunc_normal_, defaults", init.trunc_normal_(zeros(1000, 100)));
Say("trunc_normal_, standard deviation 0.02", init.trunc_normal_(zeros(1000, 100), 0, 0.02));
Say("trunc_normal_, from -1 to 1", init.trunc_normal_(zeros(1000, 100), 0, 1, -1, 1));
Say("trunc_normal_, mean 5, from 4 to 6", init.trunc_normal_(zeros(1000, 100), 5, 1, 4, 6));
Say("normal_, standard deviation 0.02", init.normal_(zeros(1000, 100), 0, 0.02));

static void Say(string name, Tensor drawn) =>
    System.Console.WriteLine($"{name}: from {drawn.min().item<float>():F2} to {drawn.max().item<float>():F2}, standard deviation {drawn.std().item<float>():F3}");
CS
dotnet build -c Release -v quiet -nr:false -p:UseSharedCompilation=false
out="$folder/bin/Release/net10.0/linux-x64"
library=$(find "$out" -name libLibTorchSharp.so | head -1)
if ! grep -q GLIBCXX_3.4.32 "$(ldconfig -p | awk '/libstdc\+\+\.so\.6 / && /x86-64/ { print $NF; exit }')"; then
    # One function that newer versions of libstdc++ have, which does nothing where streams are ready anyway; and the version is no longer required.
    printf 'void _ZSt21ios_base_library_initv(void) {}\n' > shim.c
    gcc -shared -fPIC -o shim.so shim.c
    python3 - "$library" <<'PY'
import struct, sys
path = sys.argv[1]
b = bytearray(open(path, 'rb').read())
start, = struct.unpack_from('<Q', b, 0x28)
size, count = struct.unpack_from('<HH', b, 0x3A)
sections = [struct.unpack_from('<IIQQQQIIQQ', b, start + i * size) for i in range(count)]
needs = next(s for s in sections if s[1] == 0x6ffffffe)
strings, o = sections[needs[6]][4], needs[4]
while True:
    _, auxiliaries, _, first, following = struct.unpack_from('<HHIII', b, o)
    a = o + first
    for _ in range(auxiliaries):
        _, flags, _, name, step = struct.unpack_from('<IHHII', b, a)
        if b[strings + name:b.index(0, strings + name)] == b'GLIBCXX_3.4.32':
            struct.pack_into('<H', b, a + 4, flags | 2)
        a += step
    if not following:
        break
    o += following
import os
os.remove(path)
open(path, 'wb').write(b)
PY
    export LD_PRELOAD="$folder/shim.so"
fi

seen=$(dotnet "$out/draw.dll")
unset LD_PRELOAD
printf '%s\n' "$seen"
grep -qxF 'trunc_normal_, defaults: from 1.00 to 1.00, standard deviation 0.000' <<< "$seen"
grep -qxF 'trunc_normal_, standard deviation 0.02: from 0.02 to 0.02, standard deviation 0.000' <<< "$seen"
grep -qxF 'trunc_normal_, from -1 to 1: from 1.00 to 1.00, standard deviation 0.000' <<< "$seen"
grep -qxE 'normal_, standard deviation 0\.02: from -[^ ]+ to [^ ]+, standard deviation 0\.020' <<< "$seen"
echo 'as described'
