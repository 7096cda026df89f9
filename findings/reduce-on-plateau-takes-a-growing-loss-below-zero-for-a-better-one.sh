#!/usr/bin/env bash
# ReduceLROnPlateau takes a loss below zero that grows for one that improves.
#
# Seen with TorchSharp 0.107.0 on Linux x64, whose scheduler has PyTorch's formula: in mode "min" with the default threshold, relative and 1e-4, a loss is better if it is
# below best * (1 - threshold). Of a best of -1 that is -0.9999, so that -0.99995, which is worse, counts as better, and becomes the best one. A loss that grows by 0.00005
# an epoch from -1 on never lowers the learning rate, and one that grows as slowly from 1 on halves it every third epoch. Losses below zero are usual: a cosine similarity,
# a Gaussian negative log-likelihood, a lower bound on evidence. Remedy: threshold_mode "abs".
#
# The script fails if the two are alike. It needs .NET 10; on a system whose libstdc++ is older than GLIBCXX_3.4.32 (Debian 12) gcc and python3 too, with which it makes a
# copy of TorchSharp's native library loadable there.
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

// A loss below zero that grows by 0.00005 an epoch, and one above zero that does.
Say("from -1", -1);
Say("from 1", 1);

static void Say(string name, double first)
{
    var parameter = new TorchSharp.Modules.Parameter(zeros(1));
    var optimizer = optim.SGD([parameter], 1.0);
    var scheduler = optim.lr_scheduler.ReduceLROnPlateau(optimizer, "min", factor: 0.5, patience: 2, threshold: 1e-4, threshold_mode: "rel");
    for (int epoch = 0; epoch < 40; epoch++)
        scheduler.step(first + 5e-5 * epoch);
    double rate = System.Linq.Enumerable.First(optimizer.ParamGroups).LearningRate;
    System.Console.WriteLine(System.FormattableString.Invariant($"{name}: learning rate {rate}"));
}
CS
dotnet build -c Release -v quiet
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
grep -qx 'from -1: learning rate 1' <<< "$seen"
grep -qxE 'from 1: learning rate 0\.0[0-9]+' <<< "$seen"
echo 'as described'
