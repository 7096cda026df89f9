using DslNet.CompilerServices;
using DslNet.Generators.Lowering;
using DslNet.Generators.Operations;

namespace DslNet.Generators.Layers.BatchNorm;

internal sealed partial record BatchNormLayer : IChannelScale
{
    private const string Library = "BatchStatistics.";

    public override bool FusesActivation => true;

    public override Tensor LowerForward(ForwardContext context)
    {
        Tensor input = context.ChannelsLastInput(), output = context.NewOutput();
        (Operand scale, Operand shift) = context.IsTraining ? LowerStatistics(context, input) : LowerScale(context);
        Sink sink = Sink.Activate(new("y", output.Buffer), context.Fused);
        context.Add(new Operation(
            context.Name + "Forward", new BatchNormForward(ChannelColumns.Of(output), sink.Epilogue), [new("x", input.Buffer), scale, shift, .. sink.Operands])
        {
            // One multiply-add of a value that the gradient needs too.
            Remakes = context.IsTraining && output.Layout.Positions > 1 ? output.Buffer : null,
        });
        return output;
    }

    public override void LowerBackward(BackwardContext context)
    {
        ChannelColumns columns = ChannelColumns.Of(context.Output);
        int channels = context.Output.Layout.Channels, padded = columns.PaddedChannels, length = BatchNormGradientSums.LengthOf(columns);
        Operand x = new("x", context.ChannelsLastInput().Buffer), dy = new("dy", context.OutputGradient.Buffer);
        Buffer statistics = context.KeptForCall("Statistics", ChannelStatistics.Length(padded)), sums = Buffer.OfGroup(ParameterTable.FileName(context.Name) + "GradientSums", length);
        AddClear(context.Add, context.Name + "GradientStart", sums, length);

        // Of a layer that is frozen the gradient of the input needs them all the same.
        context.Add(
            context.NeedsInputGradient() ? Role.InputGradient : Role.WeightGradient, "GradientSums", new BatchNormGradientSums(columns),
            [x, new("scale", statistics, ChannelStatistics.Inverse * padded), new("shift", statistics, ChannelStatistics.Centre * padded), dy, new("sums", sums)]);

        Operand weight = context.ParameterGradient("weight", "weight"), bias = context.ParameterGradient("bias", "bias");
        bool isPart = context.Node.WeightsOf is not null;
        context.Add(Role.WeightGradient, LibraryCall.Of(
            context.Name + "WeightGradient", When.Leaving(Level.Group), Library + (isPart ? "AddGradients" : "StoreGradients"), [new("sums", sums), weight, bias], ("channels", channels)) with
        {
            StoredFirst = isPart ? [] : [new(weight.Offset, padded), new(bias.Offset, padded)],
        });
        if (!context.NeedsInputGradient())
            return;

        Buffer coefficients = Buffer.OfCall(ParameterTable.FileName(context.Name) + "Coefficients", ChannelCoefficients.Length(padded));
        context.Add(Role.InputGradient, new Operation(
            context.Name + "Coefficients", When.In(Level.Call), LibraryCall.Namespace + Library + "FindCoefficients",
            [new("sums", sums), new("statistics", statistics), new("coefficients", coefficients)],
            [new ProgramFact.Groups(), new ProgramFact.Samples(), new ProgramFact.Constant(channels, "channels"), new ProgramFact.Constant(columns.Positions, "positions")]));
        Sink sink = context.InputGradient("dx");
        context.Add(
            Role.InputGradient, "InputGradient", new BatchNormInputGradient(columns, sink.Epilogue),
            [
                x, new("scale", coefficients, ChannelCoefficients.Scale * padded), new("slope", coefficients, ChannelCoefficients.Slope * padded),
                new("offset", coefficients, ChannelCoefficients.Offset * padded), dy, .. sink.Operands,
            ]);
    }

    /// <summary>In prediction: scale and shift follow from the running statistics, once per call.</summary>
    public ChannelScale LowerScale(ForwardContext context)
    {
        int channels = context.Node.Output.Channels, padded = PanelWidth.RoundUp(channels);
        Buffer statistics = Buffer.OfCall(ParameterTable.FileName(context.Name) + "Scale", 2 * padded);
        context.Add(Role.Prepare, new Operation(
            context.Name + "Scale", When.Entering(Level.Call), LibraryCall.Namespace + Library + "FindScale",
            [context.Parameter("weight", "weight"), context.Parameter("bias", "bias"), context.State(Mean, "mean"), context.State(Variance, "variance"), new("scale", statistics)],
            [new ProgramFact.Constant(channels, "channels"), new ProgramFact.Real(Epsilon, "epsilon")]));
        return new(new("scale", statistics), new("shift", statistics, padded));
    }

    /// <summary>In training: what each group knows of its samples is combined once all groups are done, and at the end of the call the running statistics follow.</summary>
    private ChannelScale LowerStatistics(ForwardContext context, Tensor input)
    {
        ChannelColumns columns = ChannelColumns.Of(input);
        int channels = input.Layout.Channels, padded = columns.PaddedChannels, length = BatchNormStatistics.LengthOf(columns);
        Buffer sums = Buffer.OfGroup(ParameterTable.FileName(context.Name) + "Sums", length), statistics = context.KeptForCall("Statistics", ChannelStatistics.Length(padded));
        AddClear(context.Add, context.Name + "Start", sums, length);
        context.Add(new Operation(context.Name + "Statistics", new BatchNormStatistics(columns), [new("x", input.Buffer), new("sums", sums)], new ProgramFact.SamplesBefore()));
        context.Add(new Operation(
            context.Name + "Combination", When.In(Level.Call), LibraryCall.Namespace + Library + "Combine",
            [new("sums", sums), context.Parameter("weight", "weight"), context.Parameter("bias", "bias"), new("statistics", statistics)],
            [new ProgramFact.Groups(), new ProgramFact.Constant(channels, "channels"), new ProgramFact.Constant(columns.Positions, "positions"), new ProgramFact.Real(Epsilon, "epsilon")]));
        context.Add(new Operation(
            context.Name + "Running", When.Leaving(Level.Call), LibraryCall.Namespace + Library + "UpdateRunning",
            [new("statistics", statistics), context.State(Mean, "mean"), context.State(Variance, "variance")],
            [new ProgramFact.Constant(channels, "channels"), new ProgramFact.Real(Momentum, "momentum")]));
        return new(new("scale", statistics, ChannelStatistics.Scale * padded), new("shift", statistics, ChannelStatistics.Shift * padded));
    }

    private static void AddClear(Action<Role, Operation> add, string name, Buffer sums, int length) =>
        add(Role.Prepare, LibraryCall.Of(name, When.Entering(Level.Group), "FloatMemory.Clear", [new("memory", sums)], ("length", length)));
}
