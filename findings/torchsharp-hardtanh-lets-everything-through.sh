#!/usr/bin/env bash
# TorchSharp's Hardtanh returns its input as it is.
#
# Seen with TorchSharp 0.107.0 and libtorch-cpu 2.10.0 on Linux x64: nn.Hardtanh() and functional.hardtanh give -3 for -3 and 3 for 3, whatever the bounds are. Only with inplace: true do
# they clamp. A network from PyTorch with a Hardtanh, or one trained here, runs without this nonlinearity: the layers around it are one linear map, and nothing fails. The
# gradient is 1 everywhere. ReLU6 and clamp are right. Remedy: x.clamp(min, max).
#
# The script fails if Hardtanh clamps, or if it does not in place.
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
Say("input", Input());
Say("Hardtanh()", nn.Hardtanh().call(Input()));
Say("Hardtanh(-2, 2)", nn.Hardtanh(-2, 2).call(Input()));
Say("functional.hardtanh", nn.functional.hardtanh(Input(), -1, 1));
Say("in place", nn.Hardtanh(-1, 1, inplace: true).call(Input()));
Say("clamp", Input().clamp(-1, 1));
Say("ReLU6", nn.ReLU6().call(Input()));
var x = Input().requires_grad_();
nn.Hardtanh().call(x).sum().backward();
Say("gradient of Hardtanh()", x.grad!);

static Tensor Input() => tensor(new[] { -3f, -1.5f, 0.5f, 3 });

static void Say(string name, Tensor values) => System.Console.WriteLine(name + ": " + string.Join(' ', values.data<float>().ToArray()));
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
grep -qxF 'Hardtanh(): -3 -1.5 0.5 3' <<< "$seen"
grep -qxF 'Hardtanh(-2, 2): -3 -1.5 0.5 3' <<< "$seen"
grep -qxF 'functional.hardtanh: -3 -1.5 0.5 3' <<< "$seen"
grep -qxF 'in place: -1 -1 0.5 1' <<< "$seen"
grep -qxF 'clamp: -1 -1 0.5 1' <<< "$seen"
grep -qxF 'gradient of Hardtanh(): 1 1 1 1' <<< "$seen"
echo 'as described'
