#!/usr/bin/env bash
# System.Numerics.Tensors 10 returns a column for the sum of a matrix and a column, with other elements than belong there.
#
# Seen with System.Numerics.Tensors 10.0.11, the newest for .NET 10; 11.0.0 is right. Tensors broadcast, so that [2, 2] plus [2, 1] is [2, 2]: 1 2 3 4 plus 10 20 is 11 12 23 24.
# Tensor.Add, Multiply and + return 11 22 of shape [2, 1], that is the first two elements of the matrix, in a row, with the column's. A row, [2] or [1, 2], and a scalar are right,
# and so is the order column + matrix if the result is as large; a scale or bias per channel, [1, 2, 1], loses the batch. No exception is thrown. Remedy: Tensor.Broadcast(column,
# matrix.Lengths) first, or 11.0.0.
#
# The script fails if 10.0.11 is right, or 11.0.0 is not.
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
    <PackageReference Include="System.Numerics.Tensors" Version="$(TensorsVersion)" />
  </ItemGroup>
</Project>
XML
cat > Program.cs <<'CS'
using System.Numerics.Tensors;

Tensor<float> matrix = Tensor.Create(new float[] { 1, 2, 3, 4 }, [2, 2]);
Tensor<float> column = Tensor.Create(new float[] { 10, 20 }, [2, 1]);
Say("matrix + column", Tensor.Add<float>(matrix, column));
Say("column + matrix", Tensor.Add<float>(column, matrix));
Say("matrix * column", Tensor.Multiply<float>(matrix, column));
Say("matrix + row", Tensor.Add<float>(matrix, Tensor.Create(new float[] { 10, 20 }, [2])));
Say("matrix + broadcast column", Tensor.Add<float>(matrix, Tensor.Broadcast<float>(column, matrix.Lengths)));
Say("two samples of two channels of two + channels", Tensor.Add<float>(Tensor.Create(new float[8], [2, 2, 2]), Tensor.Create(new float[] { 1, 2 }, [1, 2, 1])));

static void Say(string name, Tensor<float> values)
{
    var flat = new float[values.FlattenedLength];
    values.FlattenTo(flat);
    Console.WriteLine($"{name}: {string.Join(' ', flat)}, shape {string.Join(' ', values.Lengths.ToArray())}");
}
CS
# What the program prints with one version of the package.
seen() {
    rm -rf obj bin
    TensorsVersion=$1 dotnet build -c Release -v quiet -nr:false -p:UseSharedCompilation=false > build.log || { cat build.log; return 1; }
    dotnet bin/Release/net10.0/seen.dll
}

old=$(seen 10.0.11)
new=$(seen 11.0.0)
printf '10.0.11\n%s\n11.0.0\n%s\n' "$old" "$new"
grep -qxF 'matrix + column: 11 22, shape 2 1' <<< "$old"
grep -qxF 'matrix * column: 10 40, shape 2 1' <<< "$old"
grep -qxF 'matrix + row: 11 22 13 24, shape 2 2' <<< "$old"
grep -qxF 'matrix + broadcast column: 11 12 23 24, shape 2 2' <<< "$old"
grep -qxF 'two samples of two channels of two + channels: 1 2, shape 1 2 1' <<< "$old"
grep -qxF 'matrix + column: 11 12 23 24, shape 2 2' <<< "$new"
grep -qxF 'two samples of two channels of two + channels: 1 1 2 2 1 1 2 2, shape 2 2 2' <<< "$new"
echo 'as described'
