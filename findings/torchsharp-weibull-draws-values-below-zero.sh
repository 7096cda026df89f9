#!/usr/bin/env bash
# TorchSharp's Weibull distribution draws values below zero, and its probabilities are above one.
#
# Seen with TorchSharp 0.107.0 and libtorch-cpu 2.10.0 on Linux x64. A Weibull variable is positive. distributions.Weibull(scale 2, concentration 3).sample gives values between -2.3 and 0, of
# mean -0.89; its own property mean says 1.79, which is right. The values are those of scale 1 with the sign changed: the scale does not matter to them. cdf(1) is 2.718, where
# a probability is at most 1 and this one is 0.118; log_prob(1) is 2.10 for -1.11. PyTorch's distribution of the same name and arguments is right. Remedy: draw
# scale * (-ln(1 - u))^(1 / concentration) from u of rand.
#
# The script fails if a value is positive or cdf is a probability.
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

System.Globalization.CultureInfo.CurrentCulture = System.Globalization.CultureInfo.InvariantCulture;
random.manual_seed(1);
foreach (float scale in new[] { 1f, 2, 10 })
{
    var weibull = distributions.Weibull(tensor(new[] { scale }), tensor(new[] { 3f }));
    var drawn = weibull.sample(100_000);
    System.Console.WriteLine($"scale {scale}: greatest of the values drawn is positive: {drawn.max().item<float>() > 0}, their mean {drawn.mean().item<float>():F1}, property mean {weibull.mean.item<float>():F1}");
}
var two = distributions.Weibull(tensor(new[] { 2f }), tensor(new[] { 3f }));
var one = tensor(new[] { 1f });
System.Console.WriteLine($"cdf(1) of scale 2: {two.cdf(one).item<float>():F3}, by formula {1 - System.Math.Exp(-1 / 8.0):F3}");
System.Console.WriteLine($"log_prob(1) of scale 2: {two.log_prob(one).item<float>():F2}, by formula {System.Math.Log(3 / 8.0) - 1 / 8.0:F2}");
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
grep -qxF 'scale 1: greatest of the values drawn is positive: False, their mean -0.9, property mean 0.9' <<< "$seen"
grep -qxF 'scale 2: greatest of the values drawn is positive: False, their mean -0.9, property mean 1.8' <<< "$seen"
grep -qxF 'scale 10: greatest of the values drawn is positive: False, their mean -0.9, property mean 8.9' <<< "$seen"
grep -qxF 'cdf(1) of scale 2: 2.718, by formula 0.118' <<< "$seen"
grep -qxF 'log_prob(1) of scale 2: 2.10, by formula -1.11' <<< "$seen"
echo 'as described'
