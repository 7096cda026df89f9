using DslNet.Onnx.Graphs;
using DslNet.Onnx.Writing;

namespace DslNet.Onnx.Operators.Layers;

/// <summary>
/// LayerNormalization and RMSNormalization: over all values of a sample, or over the channels of each position. Over the last axes alone it is an
/// InstanceNorm of rows, and a BatchNorm that has scale and bias.
/// </summary>
/// <param name="attribute">The layer.</param>
/// <param name="usualEpsilon">The layer's own ε, which need not be written.</param>
internal sealed class LayerNormalizationOperator(string attribute, float usualEpsilon) : Operator
{
    private const float Usual = 1e-5f;

    public override Value Infer(NodeUse use) => use.Input(0) with { Constant = null };

    public override void Translate(NodeUse use, LayerList layers)
    {
        IReadOnlyList<int> sample = use.Sample(0);
        long[] axes = use.Integers("axes") ?? [];
        int? first = NodeUse.Axis(use.Integer("axis", -1), sample.Count + 1);
        bool isPerPosition = axes is [1] && sample.Count > 1;
        float epsilon = use.Float("epsilon", Usual);
        if (first == 1 && (isPerPosition || axes.Length == 0 || axes[^1] == sample.Count))
        {
            IReadOnlyList<int> row = isPerPosition ? [sample[0]] : sample;
            layers.Add(new(attribute, [.. Argument.Named("Epsilon", epsilon, usualEpsilon), .. Terms(use), .. Argument.Named("PerPosition", isPerPosition, false)], use.Name(0), use.Output, sample)
            {
                Parameters = Parameters(use, row),
                Origin = use.Has(1) ? Names.Shown(use.Name(1)) : "",
            });
            return;
        }

        if (attribute != "LayerNorm" || first is not > 1 || axes.Length > 0 && axes[^1] != sample.Count)
            throw use.Refuse($"it normalises from axis {use.Integer("axis", -1)} of {use.Input(0).ShownShape} on", $"{attribute} normalises all values of a sample, from axis 1 on: export the model so");
        Rows(use, layers, sample, first.Value - 1, epsilon);
    }

    /// <summary>Each row of the last axes by itself.</summary>
    private static void Rows(NodeUse use, LayerList layers, IReadOnlyList<int> sample, int outerAxes, float epsilon)
    {
        int outer = sample.Take(outerAxes).Aggregate(1, (product, axis) => product * axis), inner = sample.Skip(outerAxes).Aggregate(1, (product, axis) => product * axis);
        string rows = use.Name(0), normalized = layers.Between();
        IReadOnlyList<int> shape = sample;
        if (outerAxes > 1)
        {
            (rows, shape) = (layers.Between(), [outer, inner]);
            layers.Add(LayerList.Shaped(use.Name(0), rows, shape));
        }

        layers.Add(new("InstanceNorm", [.. Argument.Named("Epsilon", epsilon, Usual)], rows, normalized, shape));
        if (use.Has(1))
        {
            string flat = layers.Between(), scaled = layers.Between();
            float[] scale = use.Values(1, "its scale", inner), bias = use.Has(2) ? use.Values(2, "its bias", inner) : new float[inner];
            layers.Add(LayerList.Shaped(normalized, flat, [outer * inner]));
            layers.Add(LayerList.Scaled(flat, scaled, [outer * inner], Repeated(scale), Repeated(bias), Names.Shown(use.Name(1))));
            normalized = scaled;
        }

        layers.Add(LayerList.Shaped(normalized, use.Output, sample));

        float[] Repeated(float[] values) => [.. Enumerable.Repeat(values, outer).SelectMany(each => each)];
    }

    private IEnumerable<string> Terms(NodeUse use) => !use.Has(1) ? ["Affine = false"] : attribute == "LayerNorm" ? Argument.Named("Bias", use.Has(2), true) : [];

    private static LayerParameter[] Parameters(NodeUse use, IReadOnlyList<int> row)
    {
        int length = row.Aggregate(1, (product, axis) => product * axis);
        return [.. use.Has(1) ? [new LayerParameter("weight", row, use.Values(1, "its scale", length))] : Array.Empty<LayerParameter>(), .. use.Has(2) ? [new LayerParameter("bias", row, use.Values(2, "its bias", length))] : Array.Empty<LayerParameter>()];
    }
}
