using DslNet.Generators.Model;

namespace DslNet.Generators.Emission;

/// <summary>
/// A public method that computes: as a network has it, as the stub of one has it that cannot be built, and as the parser knows it, so that no
/// member of the user's is in its place.
/// </summary>
/// <param name="ReturnType">What it returns.</param>
/// <param name="Name">Its name.</param>
/// <param name="Parameters">What it takes.</param>
internal sealed record PublicMethod(string ReturnType, string Name, EquatableArray<PublicParameter> Parameters)
{
    private static readonly PublicParameter s_inputGradients = new("Span<float>", "inputGradients"), s_step = new("long", "step", "0");

    /// <summary>The samples.</summary>
    public static PublicParameter Inputs { get; } = new("ReadOnlySpan<float>", "inputs");

    /// <summary>A target for each output.</summary>
    public static PublicParameter Targets { get; } = new("ReadOnlySpan<float>", "targets");

    /// <summary>The class of each sample.</summary>
    public static PublicParameter Labels { get; } = new("ReadOnlySpan<int>", "labels");

    /// <summary>How much each sample counts.</summary>
    public static PublicParameter Weights { get; } = new("ReadOnlySpan<float>", "weights", "default");

    public static PublicMethod Predict { get; } = new("void", nameof(Predict), new([Inputs, new("Span<float>", "outputs")]));

    /// <summary>All of them.</summary>
    public static IReadOnlyList<PublicMethod> All { get; } =
        [Predict, .. new[] { Targets, Labels }.SelectMany(compared => new[] { ComputeLoss(compared), ComputeGradients(compared), ComputeGradients(compared, ofInputs: true) })];

    /// <summary>Those that the interface of all networks has.</summary>
    public static IReadOnlyList<PublicMethod> OfInterface { get; } =
        [Predict, .. new[] { Targets, Labels }.SelectMany(compared => new[] { ComputeLoss(compared), ComputeGradients(compared) })];

    public static PublicMethod ComputeLoss(PublicParameter compared) =>
        new("float", nameof(ComputeLoss), new([Inputs, compared, new("Span<float>", "outputs", "default"), Weights]));

    /// <param name="compared">What the predictions are compared with.</param>
    /// <param name="ofInputs">Whether it computes the gradient with respect to the inputs too.</param>
    public static PublicMethod ComputeGradients(PublicParameter compared, bool ofInputs = false) =>
        new("float", nameof(ComputeGradients), new(ofInputs ? [Inputs, compared, s_inputGradients, s_step, Weights] : [Inputs, compared, s_step, Weights]));

    /// <summary>Its documentation: the interface's, but for what the interface does not have.</summary>
    public string Documentation => Parameters.Contains(s_inputGradients)
        ? "/// <summary>Computes the gradients, those with respect to the inputs too.</summary>"
        : "/// <inheritdoc />";

    /// <summary>What stands over its body.</summary>
    public string Declaration => $"public {ReturnType} {Name}({string.Join(", ", Parameters.Select(parameter => parameter.Declaration))})";

    /// <summary>What stands over its body where it is there for an interface only.</summary>
    public string ExplicitDeclaration => $"{ReturnType} global::DslNet.INetwork.{Name}({string.Join(", ", Parameters.Select(parameter => parameter.Required))})";
}
