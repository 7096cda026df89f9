using DslNet.CompilerServices;
using DslNet.Generators.Lowering;
using DslNet.Generators.Model;
using DslNet.Generators.Operations;
using DslNet.Generators.Simd;

namespace DslNet.Generators.Layers.Dense;

internal sealed partial record DenseLayer
{
    public override bool FusesActivation => true;

    // Four vectors of eight lanes. Sixteen, which larger layers have, know no such function.
    public override bool FusesLongActivationOfOneSample(Shape input) =>
        PaddedOutputs <= 32 && (long)PaddedOutputs * input.Length <= Target.All.Max(target => target.WeightsToGainAlone);

    public override bool ReadsValueByValue => true;

    // A flattened image that is stored channels-last is read position by position, and so are its weights.
    public override ParameterSpec AsStored(ParameterSpec parameter, Layout input)
    {
        bool inOrder = parameter.Role != "weight" || input.ChannelStride != 1 || input.Positions == 1;
        return inOrder ? parameter : parameter with { Channels = input.Channels, Positions = input.Positions };
    }

    private int PaddedOutputs => PanelWidth.RoundUp(Outputs);

    public override Tensor LowerForward(ForwardContext context)
    {
        Tensor input = context.Input();
        Tensor output = context.NewOutput();
        Operand weights = context.Parameter("weight", "w");
        Operand? bias = Weights.Bias ? context.Parameter("bias", "b") : null;
        string with = context.Fused is { IsShort: false } activation ? "With" + activation.Kind : "";
        context.Add(new DenseProduct(
            $"{context.Name}Forward{with}", $"{context.Name}: y[s, o] = {(Weights.Bias ? "b[o] + " : "")}Σₖ x[s, k]·w[k, o]",
            new("x", input.Buffer), DenseTerms.Of(input.Layout), input.Layout.SampleLength, weights, bias,
            Epilogue.Activate(new("y", output.Buffer), context.Fused), Outputs, PaddedOutputs, output.Layout.SampleLength, singleSamples: true, onlySingle: with.Length > 0));
        return output;
    }

    public override void LowerBackward(BackwardContext context)
    {
        Tensor input = context.Input();
        int outputStride = context.OutputGradient.Layout.SampleLength;
        if (context.NeedsInputGradient())
        {
            // The layout's strides run over the image that was flattened, or over the vector.
            int stride = input.Layout.PositionStride, paddedInputs = input.Layout.Positions * stride;
            DenseTerms terms = DenseTerms.Of(input.Layout);
            Operand dy = new("dy", context.OutputGradient.Buffer), w = context.Parameter("weight", "w");
            if (DenseInputGradient.Pays(terms, Outputs, paddedInputs, context.BlockSamples))
            {
                context.Add(Role.InputGradient, new DenseInputGradient(
                    context.Name, terms.Count, Outputs, dy, outputStride, w, context.InputGradient("dx"), paddedInputs, input.Layout.SampleLength));
            }
            else
            {
                Operand transposed = new("transposed", Buffer.OfCall(
                    ParameterTable.FileName(context.Name) + "Transposed", WeightTranspose.Length(Outputs, 1, input.Layout.Positions, stride)));
                context.Add(Role.Prepare, WeightTranspose.Of(context.Name, w, transposed, Outputs, 1, input.Layout.Positions, input.Layout.Channels, stride));
                context.Add(Role.InputGradient, new DenseProduct(
                    context.Name + "InputGradient", $"{context.Name}: ∂x[s, k] = Σₒ ∂y[s, o]·w[k, o]", dy, DenseTerms.Run(Outputs), outputStride, transposed,
                    null, context.InputGradient("dx"), terms.Count, paddedInputs, input.Layout.SampleLength, singleSamples: false));
            }
        }

        context.Add(Role.WeightGradient, new DenseWeightGradient(
            context.Name, new("x", input.Buffer), DenseTerms.Of(input.Layout), input.Layout.SampleLength,
            new("dy", context.OutputGradient.Buffer), context.ParameterGradient("weight", "dw"),
            Weights.Bias ? context.ParameterGradient("bias", "db") : null, Outputs, PaddedOutputs, outputStride));
    }
}
