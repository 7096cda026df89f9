using DslNet.CompilerServices;
using DslNet.Generators.Model;
using DslNet.Generators.Simd;
using DslNet.Generators.Text;
using DslNet.Generators.Tiling;

namespace DslNet.Generators.Layers.Losses;

/// <summary>What logits are compared with, of the target that is given: w[c]·((1 − ε)·t[c] + ε/classes).</summary>
/// <param name="Classes">How many.</param>
/// <param name="Smoothing">ε.</param>
/// <param name="Weights">w; empty where all are 1.</param>
internal sealed record SmoothedTarget(int Classes, float Smoothing, EquatableArray<float> Weights)
{
    private const string Memory = "classWeights";

    public bool IsSmoothed => Smoothing != 0;

    public bool IsWeighted => Weights.Count > 0;

    /// <summary>What is left to the target, 1 − ε.</summary>
    public string Kept => Literal.Of(1f - Smoothing);

    /// <summary>What each class gets, ε/classes.</summary>
    public string Share => Literal.Of(Smoothing / Classes);

    /// <summary>The sum of what all classes get, ε where none has a weight.</summary>
    public string SharedSum => Literal.Of((float)((IsWeighted ? Weights.Sum(weight => (double)weight) : Classes) * ((double)Smoothing / Classes)));

    /// <summary>Declares the weights, where there are any: of classes that are none, zero.</summary>
    public void Declare(SourceWriter writer)
    {
        if (!IsWeighted)
            return;
        IEnumerable<float> padded = Weights.Concat(Enumerable.Repeat(0f, PanelWidth.RoundUp(Classes) - Classes));
        writer.Line($"global::System.ReadOnlySpan<float> {Memory}Constant = [{string.Join(", ", padded.Select(Literal.Of))}];");
        writer.Line($"ref float {Memory} = ref global::System.Runtime.InteropServices.MemoryMarshal.GetReference({Memory}Constant);");
    }

    /// <summary>The weights of a vector of classes times something; that alone where there are no weights.</summary>
    public string Weighted(Target target, string offset, string value) => IsWeighted ? $"{target.Load(Memory, offset)} * {value}" : value;

    /// <summary>The weight of the class that a variable names, times something.</summary>
    public string WeightOf(string label, string value) => IsWeighted ? $"Place__.Add(ref {Memory}, {label}) * {value}" : value;

    /// <summary>What the classes of a vector get beside the target: zero where none is, and to be masked where they have no weights.</summary>
    public string Shared(Target target, string offset, string? mask)
    {
        string share = Weighted(target, offset, $"Lanes__.Fill({Share})");
        return IsWeighted ? share : ChannelGroups.Masked(target, mask, share, "Float__.Zero");
    }
}
