using DslNet.Generators.Model;

namespace DslNet.Generators.Layers.Joins;

/// <summary>The arguments of layers that join several values.</summary>
internal static class JoinArguments
{
    public static EquatableArray<string> Read(IDeclaredArguments arguments)
    {
        EquatableArray<string> others = arguments.Strings("Others");
        if (others.Count == 0)
            arguments.Report(RuleIds.NothingJoined, null);
        return others;
    }
}
