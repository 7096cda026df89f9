#!/usr/bin/env bash
# ML.NET gives a key back one higher than the object had it that it was loaded from, but not a vector of keys.
#
# Seen with Microsoft.ML 5.0.1. A field [KeyType(3)] public uint Label is counted from 0 when LoadFromEnumerable reads it and from 1 when CreateEnumerable or GetColumn writes it,
# into the same class: 0 1 2 come back as 1 2 3, and 3 as 0, which is "missing". So labels that ML.NET itself gave out, loaded again, are all taken for the next class, and
# samples of the last class drop out of the evaluation: three predictions of which two are right have an accuracy of 0 the second time. The elements of a vector of keys are
# loaded as they are. Remedy: load keys less one, or load names and MapValueToKey.
#
# The script fails if keys come back as they were loaded.
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
    <PackageReference Include="Microsoft.ML" Version="5.0.1" />
  </ItemGroup>
</Project>
XML
cat > Program.cs <<'CS'
using System.Globalization;
using Microsoft.ML;
using Microsoft.ML.Data;

CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
var ml = new MLContext(1);
var loaded = ml.Data.LoadFromEnumerable(new uint[] { 0, 1, 2, 3 }.Select(label => new One { Label = label }));
Console.WriteLine("loaded 0 1 2 3, CreateEnumerable: " + string.Join(' ', ml.Data.CreateEnumerable<One>(loaded, reuseRowObject: false).Select(row => row.Label)));
var vector = ml.Data.LoadFromEnumerable([new Many { Labels = [0, 1, 2, 3] }]);
Console.WriteLine("loaded 0 1 2 3 in a vector, GetColumn: " + string.Join(' ', vector.GetColumn<uint[]>("Labels").First()));

// Three predictions of which two are right, with keys that ML.NET made of names; then the same rows written to objects and loaded again.
float[][] scores = [[0.7f, 0.2f, 0.1f], [0.3f, 0.6f, 0.1f], [0.5f, 0.3f, 0.2f]];
var named = ml.Data.LoadFromEnumerable(new[] { "a", "b", "c" }.Zip(scores, (name, score) => new Named { Name = name, Predicted = name == "c" ? "a" : name, Score = score }));
var keyed = ml.Transforms.Conversion.MapValueToKey("Label", "Name").Append(ml.Transforms.Conversion.MapValueToKey("PredictedLabel", "Predicted")).Fit(named).Transform(named);
Console.WriteLine($"accuracy: {ml.MulticlassClassification.Evaluate(keyed).MicroAccuracy:F2}");
var again = ml.Data.LoadFromEnumerable(ml.Data.CreateEnumerable<Predicted>(keyed, reuseRowObject: false, ignoreMissingColumns: true).ToArray());
Console.WriteLine($"accuracy of the same rows, written and loaded: {ml.MulticlassClassification.Evaluate(again).MicroAccuracy:F2}");

class One { [KeyType(3)] public uint Label; }
class Many { [KeyType(3), VectorType(4)] public uint[] Labels = []; }
class Named { public string Name = ""; public string Predicted = ""; [VectorType(3)] public float[] Score = []; }
class Predicted { [KeyType(3)] public uint Label; [KeyType(3)] public uint PredictedLabel; [VectorType(3)] public float[] Score = []; }
CS
dotnet build -c Release -v quiet -nr:false -p:UseSharedCompilation=false
seen=$(dotnet bin/Release/net10.0/seen.dll)
printf '%s\n' "$seen"
grep -qxF 'loaded 0 1 2 3, CreateEnumerable: 1 2 3 0' <<< "$seen"
grep -qxF 'loaded 0 1 2 3 in a vector, GetColumn: 0 1 2 3' <<< "$seen"
grep -qxF 'accuracy: 0.67' <<< "$seen"
grep -qxF 'accuracy of the same rows, written and loaded: 0.00' <<< "$seen"
echo 'as described'
