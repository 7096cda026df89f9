using DslNet.Generators.Model;

namespace DslNet.Generators.Parsing;

/// <summary>Receives what shape inference finds where a mistake is reported already from which that would follow.</summary>
internal sealed class NoShapeProblems(string layerName) : IShapeProblems
{
    public string LayerName => layerName;

    public void Report(string ruleId, string? argument, params object[] messageArguments) { }
}
