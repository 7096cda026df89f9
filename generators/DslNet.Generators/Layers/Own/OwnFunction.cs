using DslNet.Generators.Expressions;
using DslNet.Generators.Model;
using DslNet.Generators.Text;

namespace DslNet.Generators.Layers.Own;

/// <summary>A static method of the user's as an attribute names it, with what its body computes: by value, so that an edit of the body, and no other, is seen.</summary>
/// <param name="Name">The method's name.</param>
/// <param name="Class">The class that the attribute names; null for the network's own.</param>
/// <param name="Value">What it computes of its inputs: the first parameters, of a tuple each of its elements.</param>
/// <param name="Elements">Of a loss, how many elements the tuples of outputs and of targets have; 0 where it is one of each output by itself.</param>
/// <param name="Arguments">The values of its other parameters, which are constants.</param>
internal sealed record OwnFunction(string Name, string? Class, Expr Value, int Elements, EquatableArray<double> Arguments)
{
    /// <summary>The method as a message has it, and other code would.</summary>
    public string Path => Class is null ? Name : $"{Class}.{Name}";

    /// <summary>The attribute's arguments.</summary>
    public IEnumerable<LayerArgument> Declared =>
    [
        .. Class is null ? [] : new[] { new LayerArgument("Type", Literal.Of(Class), $"typeof({Class})") },
        new("Method", Literal.Of(Name), $"nameof({Path})"),
        .. Arguments.Select((argument, i) => LayerArgument.Positional(Invariant($"Argument{i + 1}"), argument)),
    ];
}
