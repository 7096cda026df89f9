#!/usr/bin/env bash
# ML.NET's LogLoss is in bits for a binary classification and in nats for one of several classes.
#
# Seen with Microsoft.ML 5.0.1. BinaryClassificationMetrics.LogLoss is a mean of -log2 p, MulticlassClassificationMetrics.LogLoss one of -ln p. The same four predictions of two
# classes, evaluated as the one and as the other, have a LogLoss of 0.3119 and of 0.2162; scikit-learn's log_loss is 0.2162 for both. A binary figure is thus 1.44 times that of other
# tools, and of a two-class network evaluated with a softmax. Nothing in the name or type says so. Remedy: multiply the binary one by ln 2.
#
# The script fails if both are alike.
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
float[] probabilities = [0.9f, 0.1f, 0.2f, 0.65f];
bool[] labels = [true, false, false, true];
var ml = new MLContext(1);

var binary = ml.Data.LoadFromEnumerable(probabilities.Zip(labels, (p, label) =>
    new Binary { Label = label, Probability = p, Score = MathF.Log(p / (1 - p)), PredictedLabel = p > 0.5f }));
Console.WriteLine($"binary: LogLoss {ml.BinaryClassification.Evaluate(binary).LogLoss:F4}");

var several = ml.Data.LoadFromEnumerable(probabilities.Zip(labels, (p, label) =>
    new Several { Name = label ? "yes" : "no", Predicted = p > 0.5f ? "yes" : "no", Score = [1 - p, p] }));
// Keys in the order of text, so that "no" is the first score and "yes" the second.
var keys = ml.Transforms.Conversion.MapValueToKey("Label", "Name", keyOrdinality: Microsoft.ML.Transforms.ValueToKeyMappingEstimator.KeyOrdinality.ByValue)
    .Append(ml.Transforms.Conversion.MapValueToKey("PredictedLabel", "Predicted", keyOrdinality: Microsoft.ML.Transforms.ValueToKeyMappingEstimator.KeyOrdinality.ByValue));
Console.WriteLine($"several classes: LogLoss {ml.MulticlassClassification.Evaluate(keys.Fit(several).Transform(several)).LogLoss:F4}");

double Mean(Func<double, double> log) => probabilities.Zip(labels, (p, label) => -log(label ? p : 1 - p)).Average();
Console.WriteLine($"by formula: in nats {Mean(Math.Log):F4}, in bits {Mean(Math.Log2):F4}");

class Binary { public bool Label; public float Probability; public float Score; public bool PredictedLabel; }
class Several { public string Name = ""; public string Predicted = ""; [VectorType(2)] public float[] Score = []; }
CS
dotnet build -c Release -v quiet -nr:false -p:UseSharedCompilation=false
seen=$(dotnet bin/Release/net10.0/seen.dll)
printf '%s\n' "$seen"
grep -qxF 'binary: LogLoss 0.3119' <<< "$seen"
grep -qxF 'several classes: LogLoss 0.2162' <<< "$seen"
grep -qxF 'by formula: in nats 0.2162, in bits 0.3119' <<< "$seen"
echo 'as described'
