#!/usr/bin/env bash
# TorchSharp's Exponential, Geometric and Binomial distributions state other moments and entropies than their samples have.
#
# Seen with TorchSharp 0.107.0 and libtorch-cpu 2.10.0 on Linux x64. Exponential(rate 2).variance is 4, the square of the rate; it is the inverse, 0.25, and stddev is rightly 0.5.
# Geometric(0.3).mean is -1.43, a negative mean of a count, for 2.33; and its entropy 0.62 for 2.04. Binomial(10, 0.3).entropy() is 0.61 for 1.78: like Geometric's about that of one
# trial. PyTorch states the right values. An entropy bonus in a policy gradient, or a baseline from mean, is wrong without a word. Remedy: take mean, variance and -log_prob of samples.
#
# The script fails if one of these is right.
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
var p = tensor(new[] { 0.3f });
Say("Exponential(2)", distributions.Exponential(tensor(new[] { 2f })));
Say("Geometric(0.3)", distributions.Geometric(p));
Say("Binomial(10, 0.3)", distributions.Binomial(tensor(10f), p));
Say("Normal(1, 2)", distributions.Normal(tensor(new[] { 1f }), tensor(new[] { 2f })));

// What a distribution states, and what 400,000 samples of it have.
static void Say(string name, distributions.Distribution distribution)
{
    var drawn = distribution.sample(400_000);
    System.Console.WriteLine($"{name}: mean {Value(distribution.mean)} of samples {Value(drawn.mean())}, variance {Value(distribution.variance)} of samples {Value(drawn.var())}, "
        + $"entropy {Value(distribution.entropy())} of samples {Value(-distribution.log_prob(drawn).mean())}");
}

static string Value(Tensor value) => value.item<float>().ToString("F1");
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
grep -qxE 'Exponential\(2\): mean 0\.5 of samples 0\.5, variance 4\.0 of samples 0\.[23], entropy 0\.3 of samples 0\.3' <<< "$seen"
grep -qxE 'Geometric\(0\.3\): mean -1\.4 of samples 2\.3, variance 7\.8 of samples 7\.[78], entropy 0\.6 of samples 2\.0' <<< "$seen"
grep -qxF 'Binomial(10, 0.3): mean 3.0 of samples 3.0, variance 2.1 of samples 2.1, entropy 0.6 of samples 1.8' <<< "$seen"
grep -qxF 'Normal(1, 2): mean 1.0 of samples 1.0, variance 4.0 of samples 4.0, entropy 2.1 of samples 2.1' <<< "$seen"
echo 'as described'
