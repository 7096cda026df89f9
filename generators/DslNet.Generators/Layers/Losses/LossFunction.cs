using DslNet.Generators.Expressions;
using DslNet.Generators.Model;

namespace DslNet.Generators.Layers.Losses;

/// <summary>A line of the table of losses that are a sum over outputs.</summary>
/// <param name="Kind">The attribute's name.</param>
/// <param name="Formula">For the kernel's comment.</param>
/// <param name="Value">What is summed, a function of <see cref="Y"/> and <see cref="T"/>, given its parameters.</param>
/// <param name="Slope">Its derivative with respect to <see cref="Y"/>, where it is better written than derived.</param>
/// <param name="Parameters">The attribute's arguments.</param>
/// <param name="Target">What it takes as target.</param>
/// <param name="Link">The function that is part of it.</param>
internal sealed record LossFunction(
    string Kind, string Formula, Func<EquatableArray<float>, Expr> Value, Func<EquatableArray<float>, Expr>? Slope, IReadOnlyList<FloatParameter> Parameters,
    LossTarget Target = LossTarget.Values, Link Link = Link.None)
{
    /// <summary>The prediction.</summary>
    public static Expr.Input Y { get; } = new(0);

    /// <summary>The target.</summary>
    public static Expr.Input T { get; } = new(1);

    /// <summary>Whether the outputs of a sample are classes, whose terms are added: then it is a mean over the batch alone, of a vector.</summary>
    public bool IsOfClasses { get; init; }

    /// <summary>What the gradients are multiplied by.</summary>
    public static Expr.Input Scale { get; } = new(2);

    public LossSpec Read(IDeclaredArguments arguments, int value) =>
        new ElementwiseLossSpec(Kind, Parameters.Select(parameter => parameter.Read(arguments)).ToEquatableArray()) { Value = value };

    /// <summary>The attribute's arguments with their values.</summary>
    public IEnumerable<LayerArgument> Declared(EquatableArray<float> arguments) => ScalarParameter.Declared(Parameters, arguments);

    /// <summary>The gradient of the prediction, with some arguments.</summary>
    public Expr Gradient(EquatableArray<float> arguments) => Derivative.Times(Slope is null ? Value(arguments).By(Y) : Slope(arguments), Scale);
}
