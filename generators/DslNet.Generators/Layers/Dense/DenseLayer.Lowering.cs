using DslNet.Generators.Graph;
using DslNet.Generators.Model;
using DslNet.Generators.Simd;
using Buffer = DslNet.Generators.Graph.Buffer;

namespace DslNet.Generators.Layers.Dense;

internal sealed partial record DenseLayer
{
    public override bool FusesActivation => true;

    // Four vectors of eight lanes. Sixteen, which larger layers have, know no such function.
    public override bool FusesLongActivationOfOneSample(Shape input) =>
        PaddedOutputs <= 32 && (long)PaddedOutputs * input.Length <= Target.All.Max(target => target.WeightsToGainAlone);

    public override bool ReadsNumberByNumber => true;

    private int PaddedOutputs => Layout.RoundUp(Outputs);

    public override Tensor LowerForward(ForwardContext context)
    {
        Tensor input = context.Input();
        Tensor output = context.NewTensor(context.Node.Output);
        Operand weights = context.Parameter(Weight(input), "w");
        Operand? bias = Weights.Bias ? context.Parameter(BiasSpec, "b") : null;
        string with = context.Fused is { IsShort: false } activation ? "With" + activation.Kind : "";
        context.Add(new DenseProduct(
            $"{context.Name}Forward{with}", $"{context.Name}: y[s, o] = {(Weights.Bias ? "b[o] + " : "")}Σₖ x[s, k]·w[k, o]",
            new("x", input.Buffer), DenseTerms.Of(input.Layout), input.Layout.SampleLength, weights, bias,
            new ActivationEpilogue(new("y", output.Buffer), context.Fused), Outputs, PaddedOutputs, output.Layout.SampleLength, singleSamples: true, onlySingle: with.Length > 0));
        return output;
    }

    public override void LowerBackward(BackwardContext context)
    {
        Tensor input = context.Input();
        ParameterSpec weight = Weight(input);
        int outputStride = context.OutputGradient.Layout.SampleLength;
        if (context.NeedsInputGradient())
        {
            // The layout's strides run over the image that was flattened, or over the vector.
            int stride = input.Layout.PositionStride, paddedInputs = input.Layout.Positions * stride;
            DenseTerms terms = DenseTerms.Of(input.Layout);
            Operand dy = new("dy", context.OutputGradient.Buffer), w = context.Parameter(weight, "w");
            if (DenseInputGradient.Pays(terms, Outputs, paddedInputs, context.BlockSamples))
            {
                context.Add(new DenseInputGradient(
                    context.Name, terms.Count, Outputs, dy, outputStride, w, context.InputGradient("dx"), paddedInputs, input.Layout.SampleLength));
            }
            else
            {
                Operand transposed = new("transposed", Buffer.OfCall(
                    ParameterTable.FileName(context.Name) + "Transposed", WeightTranspose.Length(Outputs, 1, input.Layout.Positions, stride)));
                context.Add(WeightTranspose.Of(context.Name, w, transposed, Outputs, 1, input.Layout.Positions, input.Layout.Channels, stride));
                context.Add(new DenseProduct(
                    context.Name + "InputGradient", $"{context.Name}: ∂x[s, k] = Σₒ ∂y[s, o]·w[k, o]", dy, DenseTerms.Run(Outputs), outputStride, transposed,
                    null, context.InputGradient("dx"), terms.Count, paddedInputs, input.Layout.SampleLength, singleSamples: false));
            }
        }

        context.Add(new DenseWeightGradient(
            context.Name, new("x", input.Buffer), DenseTerms.Of(input.Layout), input.Layout.SampleLength,
            new("dy", context.OutputGradient.Buffer), context.ParameterGradient(weight, "dw"),
            Weights.Bias ? context.ParameterGradient(BiasSpec, "db") : null, Outputs, PaddedOutputs, outputStride));
    }

    private ParameterSpec Weight(Tensor input)
    {
        int inputs = input.Layout.Positions * input.Layout.Channels;
        bool inOrder = input.Layout.ChannelStride != 1 || input.Layout.Positions == 1;
        return new(
            "weight", new EquatableArray<int>([Outputs, inputs]), inOrder ? inputs : input.Layout.Channels, inOrder ? 1 : input.Layout.Positions,
            Weights.Initializer, Weights.InitialValue);
    }

    private ParameterSpec BiasSpec =>
        new("bias", new EquatableArray<int>([Outputs]), 1, 1, InitializerKind.Constant, Weights.InitialBias);
}
