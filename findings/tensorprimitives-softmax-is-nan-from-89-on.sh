#!/usr/bin/env bash
# System.Numerics.Tensors' SoftMax is NaN as soon as one input exceeds 88.7, or all are below -104.
#
# Seen with System.Numerics.Tensors 11.0.0, and 10.0.11 alike. TensorPrimitives.SoftMax divides exp(x) by the sum of exp(x) without subtracting the greatest x, as every framework's
# softmax does: 89 and 0 give NaN and 0, where 1 and 2e-39 are right; -1000 and -1001 give NaN and NaN, since 0 is divided by 0. Half ends at 11.1 and double at 709.8. Logits of 89 are
# rare, a mask of -1e9 over a whole row and logits of integer networks are not. Tensor.SoftMax besides normalises all elements at once, not each row. Remedy: subtract
# TensorPrimitives.Max first.
#
# The script fails if the values are finite.
# It needs .NET 10.
set -euo pipefail
export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1
folder=$(mktemp -d)
trap 'cd /; rm -rf "$folder"' EXIT
cd "$folder"

cat > seen.csproj <<'XML'
<Project Sdk="Microsoft.NET.Sdk">
  <PropertyGroup>
    <TargetFramework>net10.0</TargetFramework>
    <OutputType>Exe</OutputType>
    <ImplicitUsings>enable</ImplicitUsings>
    <InvariantGlobalization>true</InvariantGlobalization>
    <NoWarn>$(NoWarn);CS0649;SYSLIB5001</NoWarn>
  </PropertyGroup>
  <ItemGroup>
    <PackageReference Include="System.Numerics.Tensors" Version="11.0.0" />
  </ItemGroup>
</Project>
XML
cat > Program.cs <<'CS'
using System.Numerics.Tensors;

Say<float>("88 0", [88, 0]);
Say<float>("89 0", [89, 0]);
Say<float>("1000 1000", [1000, 1000]);
Say<float>("-1000 -1001", [-1000, -1001]);
Say<Half>("12 0 in half precision", [(Half)12, (Half)0]);
Say<double>("710 0 in double precision", [710, 0]);
float[] shifted = [89, 0];
TensorPrimitives.Subtract(shifted, TensorPrimitives.Max<float>(shifted), shifted);
Say<float>("89 0 less the greatest", shifted);
var rows = new float[4];
Tensor.SoftMax<float>(Tensor.Create(new float[] { 0, 0, 5, 5 }, [2, 2])).FlattenTo(rows);
Console.WriteLine("rows 0 0 and 5 5: " + string.Join(' ', rows.Select(v => v.ToString("F3"))));

static void Say<T>(string name, T[] x) where T : System.Numerics.IExponentialFunctions<T>
{
    var y = new T[x.Length];
    TensorPrimitives.SoftMax<T>(x, y);
    Console.WriteLine($"{name}: {string.Join(' ', y)}");
}
CS
dotnet build -c Release -v quiet -nr:false -p:UseSharedCompilation=false
seen=$(dotnet bin/Release/net10.0/seen.dll)
printf '%s\n' "$seen"
grep -qxE '88 0: 1 6[.]05[0-9]*E-39' <<< "$seen"
grep -qxF '89 0: NaN 0' <<< "$seen"
grep -qxF '1000 1000: NaN NaN' <<< "$seen"
grep -qxF -- '-1000 -1001: NaN NaN' <<< "$seen"
grep -qxF '12 0 in half precision: NaN 0' <<< "$seen"
grep -qxF '710 0 in double precision: NaN 0' <<< "$seen"
grep -qxE '89 0 less the greatest: 1 2[.]2[0-9]*E-39' <<< "$seen"
grep -qxF 'rows 0 0 and 5 5: 0.003 0.003 0.497 0.497' <<< "$seen"
echo 'as described'
