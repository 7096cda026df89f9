#!/usr/bin/env bash
# TorchSharp's variance over all values ignores unbiased: false, and var_mean gives a standard deviation.
#
# Seen with TorchSharp 0.107.0 and libtorch-cpu 2.10.0 on Linux x64. Of 1 2 3 4 the variance is 1.25 with unbiased: false and 1.6667 without. tensor.var(unbiased: false) and
# torch.var(tensor, unbiased: false) give 1.6667: the argument is ignored. With a dimension it is heeded: var(0, unbiased: false) is 1.25, and so is it by std(unbiased: false).
# torch.var_mean(tensor, unbiased: false).var is 1.1180, the standard deviation. A normalisation written by hand over all values differs from PyTorch's; with few values
# it is far off (of two values by a factor of two), with many it hides. Remedy: give the dimensions, or take the square of std.
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
var x = tensor(new[] { 1f, 2, 3, 4 });
Say("x.var()", x.var());
Say("x.var(unbiased: false)", x.var(unbiased: false));
Say("torch.var(x, unbiased: false)", var(x, unbiased: false));
Say("x.var(0, unbiased: false)", x.var(0, unbiased: false));
Say("x.std(unbiased: false)", x.std(unbiased: false));
Say("torch.var_mean(x, unbiased: false).var", var_mean(x, unbiased: false).var);
Say("torch.var_mean(x).var", var_mean(x).var);

static void Say(string name, Tensor value) => System.Console.WriteLine($"{name}: {value.item<float>():F4}");
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
grep -qxF 'x.var(): 1.6667' <<< "$seen"
grep -qxF 'x.var(unbiased: false): 1.6667' <<< "$seen"
grep -qxF 'torch.var(x, unbiased: false): 1.6667' <<< "$seen"
grep -qxF 'x.var(0, unbiased: false): 1.2500' <<< "$seen"
grep -qxF 'x.std(unbiased: false): 1.1180' <<< "$seen"
grep -qxF 'torch.var_mean(x, unbiased: false).var: 1.1180' <<< "$seen"
echo 'as described'
