using DslNet.Generators.Operations;

namespace DslNet.Generators.Planning;

/// <summary>A part of a call: one loop over its groups, and what is done once all of them are done.</summary>
/// <param name="Groups">The loop.</param>
/// <param name="After">What follows it: one thread does that.</param>
internal sealed record Phase(Loop Groups, IReadOnlyList<Operation> After)
{
    /// <summary>Those of a program.</summary>
    public static IEnumerable<Phase> Of(Loop root)
    {
        Loop? groups = null;
        List<Operation> after = [];
        if (root.Body.OfType<Loop>().FirstOrDefault() is not { } call)
            yield break;
        foreach (Node node in call.Body)
        {
            if (node is Run run)
            {
                after.AddRange(run.Calls);
                continue;
            }

            if (groups is not null)
                yield return new(groups, after);
            (groups, after) = ((Loop)node, []);
        }

        if (groups is not null)
            yield return new(groups, [.. after, .. call.Leave]);
    }
}
