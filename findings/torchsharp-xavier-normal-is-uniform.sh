#!/usr/bin/env bash
# TorchSharp's init.xavier_normal_ and init.glorot_normal_ fill a tensor from a uniform distribution.
#
# Seen with TorchSharp 0.107.0 and libtorch-cpu 2.10.0 on Linux x64: both call the native xavier_uniform_. The standard deviation is the one
# that was asked for, but no value is further than √3 = 1.73 of them from zero, where a million values of a normal distribution reach about 5.
# kaiming_normal_ is normal. Whoever ports a training with nn.init.xavier_normal_ from PyTorch starts from other weights, without a word.
# Remedy: init.normal_(weight, 0, gain * Math.Sqrt(2.0 / (fan_in + fan_out))).
#
# The script fails if xavier_normal_ or glorot_normal_ becomes normal. It needs .NET 10; on a system whose libstdc++ is older than GLIBCXX_3.4.32
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
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

random.manual_seed(1);
Say("xavier_normal_", init.xavier_normal_(zeros(1000, 1000)));
Say("glorot_normal_", init.glorot_normal_(zeros(1000, 1000)));
Say("xavier_uniform_", init.xavier_uniform_(zeros(1000, 1000)));
Say("kaiming_normal_", init.kaiming_normal_(zeros(1000, 1000)));

// How many standard deviations the value furthest from zero has: √3 of a uniform distribution, about 5 of a million normal values.
static void Say(string name, Tensor drawn)
{
    double deviation = drawn.std().item<float>(), most = drawn.abs().max().item<float>();
    System.Console.WriteLine(System.FormattableString.Invariant($"{name}: standard deviation {deviation:F4}, furthest value {most / deviation:F2} of them"));
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
grep -qE '^xavier_normal_: .* furthest value 1\.7[34] of them$' <<< "$seen"
grep -qE '^glorot_normal_: .* furthest value 1\.7[34] of them$' <<< "$seen"
grep -qE '^xavier_uniform_: .* furthest value 1\.7[34] of them$' <<< "$seen"
grep -qE '^kaiming_normal_: .* furthest value [45]\.[0-9]+ of them$' <<< "$seen"
echo 'as described'
