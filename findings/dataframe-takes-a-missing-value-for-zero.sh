#!/usr/bin/env bash
# Microsoft.Data.Analysis takes a missing value for zero in comparisons, in the mean and least value of a group, and for ML.NET.
#
# Seen with Microsoft.Data.Analysis 0.23.1. Of a column 4, missing the mean is 4: column.Mean() leaves out what is missing. GroupBy(...).Mean gives 2 for the same two rows, and Min 0,
# while Count gives 1. A filter x == 0 or x > -1 takes the missing row too, where SQL takes none and pandas takes none. As an IDataView a missing float is NaN, but a missing int is
# 0. So a sensor that was off is trained on as one that measured zero. Remedy: DropNulls first, or FillNulls with a value of one's own.
#
# The script fails if missing values are left out.
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
    <PackageReference Include="Microsoft.Data.Analysis" Version="0.23.1" />
    <PackageReference Include="Microsoft.ML" Version="5.0.1" />
  </ItemGroup>
</Project>
XML
cat > Program.cs <<'CS'
using System.Globalization;
using Microsoft.Data.Analysis;
using Microsoft.ML;
using Microsoft.ML.Data;

CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
var frame = new DataFrame(
    new StringDataFrameColumn("group", ["a", "a"]),
    new DoubleDataFrameColumn("x", new double?[] { 4, null }),
    new Int32DataFrameColumn("n", new int?[] { 4, null }));
var x = frame.Columns["x"];
var group = frame.GroupBy("group");
Console.WriteLine($"column: mean {x.Mean()}, least {x.Min()}");
Console.WriteLine($"group: mean {group.Mean("x").Columns["x"][0]}, least {group.Min("x").Columns["x"][0]}, count {group.Count("x").Columns["x"][0]}");
Console.WriteLine($"rows with x == 0: {frame.Filter(x.ElementwiseEquals(0.0)).Rows.Count}; with x < 1: {frame.Filter(x.ElementwiseLessThan(1.0)).Rows.Count}; with x > -1: {frame.Filter(x.ElementwiseGreaterThan(-1.0)).Rows.Count}");
IDataView view = frame;
Console.WriteLine($"for ML.NET: x {string.Join(' ', view.GetColumn<double>("x"))}, n {string.Join(' ', view.GetColumn<int>("n"))}");
CS
dotnet build -c Release -v quiet -nr:false -p:UseSharedCompilation=false
seen=$(dotnet bin/Release/net10.0/seen.dll)
printf '%s\n' "$seen"
grep -qxF 'column: mean 4, least 4' <<< "$seen"
grep -qxF 'group: mean 2, least 0, count 1' <<< "$seen"
grep -qxF 'rows with x == 0: 1; with x < 1: 1; with x > -1: 2' <<< "$seen"
grep -qxF 'for ML.NET: x 4 NaN, n 4 0' <<< "$seen"
echo 'as described'
