using DslNet.CompilerServices;
using DslNet.Generators.Layers.Lanes;
using DslNet.Generators.Lowering;
using DslNet.Generators.Model;
using DslNet.Generators.Operations;
using DslNet.Generators.Simd;
using DslNet.Generators.Tiling;

namespace DslNet.Generators.Layers.Dense;

internal sealed partial record DenseLayer : IProductOnLanes
{
    public override bool FusesActivation => true;

    public override bool ScalesOutput => true;

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

    public bool WorksOnLanes(IReadOnlyList<Shape> inputs) => Outputs <= LanePlan.MostChannels && inputs[0].Channels < LanePlan.FewestOfSeveralSums;

    public LaneValue LowerLanes(LaneContext context)
    {
        LaneValue input = context.Input(), output = context.NewOutput();
        Operand x = input.As("x"), w = context.Parameter("weight", "w"), y = output.As("y");
        Operand[] bias = Weights.Bias ? [context.Parameter("bias", "b")] : [];
        LaneProduct product = new(
            $"y[o, t] = {(Weights.Bias ? "b[o] + " : "")}Σₖ x[k, t]·w[k, o]", 1, 0, input.Channels, input.Step, Outputs, PaddedOutputs, Weights.Bias, context.Sink(output));
        context.Add("Forward", product, [x, w, .. bias, y, .. context.Joined.Select(each => each.Operand)]);
        return output;
    }

    public override Tensor LowerForward(ForwardContext context)
    {
        Tensor input = context.Input();
        Tensor output = context.NewOutput();
        Operand weights = context.Parameter("weight", "w");
        Operand? bias = Weights.Bias ? context.Parameter("bias", "b") : null;
        string with = context.Fused is { IsShort: false } activation ? "With" + activation.Kind : "";
        Operand x = new("x", input.Buffer);
        Sink sink = context.OutputSink("y", output);
        DenseProduct product = new(
            $"y[s, o] = {(Weights.Bias ? "b[o] + " : "")}Σₖ x[s, k]·w[k, o]", x.Parameter, DenseInputs.Of(input.Layout), input.Layout.SampleLength,
            weights.Parameter, bias?.Parameter, sink.Epilogue, PaddedOutputs, output.Layout.SampleLength, HasSingle: true);
        Kernel kernel = with.Length > 0 ? new DenseGemv(product, FinishesLong: true) : new DenseGemm(product, PanelRun.Phrase(Outputs, PaddedOutputs));
        context.Add("Forward" + context.ScaledSuffix + with, kernel, [x, weights, .. bias is null ? Array.Empty<Operand>() : [bias], .. sink.Operands]);
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
            DenseInputs terms = DenseInputs.Of(input.Layout);
            Operand dy = new("dy", context.OutputGradient.Buffer), w = context.Parameter("weight", "w");
            if (DenseInputGradient.Pays(terms, Outputs, paddedInputs, context.BlockSamples))
            {
                Sink sink = context.InputGradient("dx");
                DenseInputGradient gradient = new(
                    terms.Count, Outputs, dy.Parameter, outputStride, w.Parameter, sink.Epilogue, paddedInputs, input.Layout.SampleLength);
                context.Add(Role.InputGradient, gradient.On(context.Name, dy, w, sink.Operands));
            }
            else
            {
                Operand transposed = new("transposed", Buffer.OfCall(
                    ParameterTable.FileName(context.Name) + "Transposed", WeightTranspose.Length(Outputs, 1, input.Layout.Positions, stride)));
                context.Add(Role.Prepare, WeightTranspose.Of(context.Name, w, transposed, Outputs, 1, input.Layout.Positions, input.Layout.Channels, stride));
                Sink sink = context.InputGradient("dx");
                DenseProduct product = new(
                    "∂x[s, k] = Σₒ ∂y[s, o]·w[k, o]", dy.Parameter, DenseInputs.Run(Outputs), outputStride, transposed.Parameter, null, sink.Epilogue,
                    paddedInputs, input.Layout.SampleLength, HasSingle: false);
                DenseGemm gradient = new(product, PanelRun.Phrase(terms.Count, paddedInputs));
                context.Add(Role.InputGradient, "InputGradient", gradient, [dy, transposed, .. sink.Operands]);
            }
        }

        Operand x = new("x", input.Buffer), outputGradient = new("dy", context.OutputGradient.Buffer), weightGradient = context.ParameterGradient("weight", "dw");
        Operand? biasGradient = Weights.Bias ? context.ParameterGradient("bias", "db") : null;
        DenseWeightGradient sums = new(
            x.Parameter, DenseInputs.Of(input.Layout), input.Layout.SampleLength, outputGradient.Parameter, weightGradient.Parameter, biasGradient?.Parameter,
            PanelRun.Phrase(Outputs, PaddedOutputs), PaddedOutputs, outputStride)
        { IsPart = context.Node.WeightsOf is not null };
        context.Add(Role.WeightGradient, sums.On(context.Name, x, outputGradient, weightGradient, biasGradient));
    }
}
