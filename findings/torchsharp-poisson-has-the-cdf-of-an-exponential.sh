#!/usr/bin/env bash
# TorchSharp's Poisson distribution answers cdf and icdf with those of an exponential one.
#
# Seen with TorchSharp 0.107.0 and libtorch-cpu 2.10.0 on Linux x64. distributions.Poisson(3).cdf(2), the probability of at most two events, is 0.423. It gives 0.998 = 1 - exp(-3 * 2), and for
# no events 0 where 0.050 is right. icdf(0.5), the median, is 3; it gives 0.231 = ln 2 / 3. The class inherits from Exponential. Samples, mean, variance and log_prob are
# Poisson's, so that cdf disagrees with the distribution's own samples. PyTorch's Poisson has no cdf and raises an error. Remedy: sum exp(log_prob(k)) over k.
#
# The script fails if cdf is Poisson's or is refused.
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
var poisson = distributions.Poisson(tensor(new[] { 3f }));
var drawn = poisson.sample(100_000);
double sum = 0;
for (int k = 0; k <= 3; k++)
{
    var at = tensor(new[] { (float)k });
    sum += System.Math.Exp(poisson.log_prob(at).item<float>());
    System.Console.WriteLine($"at most {k}: cdf {poisson.cdf(at).item<float>():F3}, of its samples {(drawn <= k).to_type(ScalarType.Float32).mean().item<float>():F2}, sum of exp(log_prob) {sum:F3}, 1 - exp(-3k) {1 - System.Math.Exp(-3 * k):F3}");
}
System.Console.WriteLine($"icdf(0.5): {poisson.icdf(tensor(new[] { 0.5f })).item<float>():F3}, median of its samples {drawn.median().item<float>()}");
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
grep -qxE 'at most 0: cdf 0\.000, of its samples 0\.05, sum of exp\(log_prob\) 0\.050, 1 - exp\(-3k\) 0\.000' <<< "$seen"
grep -qxE 'at most 2: cdf 0\.998, of its samples 0\.42, sum of exp\(log_prob\) 0\.423, 1 - exp\(-3k\) 0\.998' <<< "$seen"
grep -qxF 'icdf(0.5): 0.231, median of its samples 3' <<< "$seen"
echo 'as described'
