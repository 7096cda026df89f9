using DslNet.Generators.Model;
using DslNet.Generators.Operations;
using DslNet.Generators.Planning;
using Buffer = DslNet.Generators.Operations.Buffer;

namespace DslNet.Generators.Tests.Plans;

/// <summary>Plans of what is to come, to read: every level has its place in them, though no layer uses it yet.</summary>
public sealed class PrintedPlanTests
{
    private const int Features = 16;

    private static readonly Buffer s_parameters = new(BufferKind.Parameter, "parameters", Features, Level.Network);

    private static readonly Buffer s_gradients = new(BufferKind.ParameterGradient, "gradients", Features, Level.Group);

    private static readonly Buffer s_inputs = Buffer.OfPort(new("Input", PortRole.Input, 0, Shape.Vector(Features)));

    private static readonly Buffer s_outputs = Buffer.OfPort(new("Output", PortRole.Output, 1, Shape.Vector(Features)));

    /// <summary>
    /// Training with batch normalisation has three phases: statistics, forward and backward to the sums that its gradient needs, and the rest of the
    /// way back. What they leave for each other is memory of the call.
    /// </summary>
    [Fact]
    public void Batch_normalisation()
    {
        Buffer values = Buffer.OfSample("dense1Output", Features), gradient = Buffer.OfSample("batchNorm1OutputGradient", Features);
        Buffer sums = Buffer.OfGroup("sums", 2 * Features), statistics = Buffer.OfCall("statistics", 2 * Features), normalised = Buffer.OfSample("normalised", Features);
        Buffer gradientSums = Buffer.OfGroup("gradientSums", 2 * Features), gradientMeans = Buffer.OfCall("gradientMeans", 2 * Features);
        Buffer running = new(BufferKind.State, "running", 2 * Features, Level.Network);
        Check(
            ProgramPlanner.Plan(
            [
                Do("BatchNorm1", Role.Prepare, When.Entering(Level.Group), sums),
                Do("Dense1", Role.Forward, When.In(Level.Block), s_inputs, s_parameters, values),
                Do("BatchNorm1", Role.Forward, When.In(Level.Sample), values, sums),
                Do("BatchNorm1", Role.Forward, When.In(Level.Call), sums, running, statistics),
                Do("BatchNorm1", Role.Prepare, When.Entering(Level.Group), gradientSums),
                Do("BatchNorm1", Role.Forward, When.In(Level.Sample), values, statistics, normalised),
                Do(null, Role.Loss, When.In(Level.Sample), normalised, gradient),
                Do("BatchNorm1", Role.WeightGradient, When.In(Level.Sample), values, gradient, gradientSums),
                Do("BatchNorm1", Role.InputGradient, When.In(Level.Call), gradientSums, gradientMeans),
                Do("BatchNorm1", Role.InputGradient, When.In(Level.Sample), values, statistics, gradientMeans, gradient),
                Do("Dense1", Role.WeightGradient, When.In(Level.Block), s_inputs, gradient, s_gradients),
            ]),
            """
            before the first block
              BatchNorm1  Prepare         → sums[32]
            each block
              Dense1      Forward         input[16] parameters[16] → dense1Output[16]
            each sample
              BatchNorm1  Forward         dense1Output[16] → sums[32]
            when all groups are done
              BatchNorm1  Forward         sums[32] running[32] → statistics[32]
            before the first block
              BatchNorm1  Prepare         → gradientSums[32]
            each sample
              BatchNorm1  Forward         dense1Output[16] statistics[32] → normalised[16]
                          Loss            normalised[16] → batchNorm1OutputGradient[16]
              BatchNorm1  WeightGradient  dense1Output[16] batchNorm1OutputGradient[16] → gradientSums[32]
            when all groups are done
              BatchNorm1  InputGradient   gradientSums[32] → gradientMeans[32]
            each sample
              BatchNorm1  InputGradient   dense1Output[16] statistics[32] gradientMeans[32] → batchNorm1OutputGradient[16]
            each block
              Dense1      WeightGradient  input[16] batchNorm1OutputGradient[16] → gradients[16]
            scratch memory
              normalised                16 floats at 0
            memory of the call
              statistics                32 floats at 0
              gradientMeans             32 floats at 32
            memory of the call, per group
              sums                      32 floats at 0
              gradientSums              32 floats at 32
            memory of the call, per sample
              dense1Output              16 floats at 0
              batchNorm1OutputGradient  16 floats at 16
            """);
    }

    /// <summary>
    /// A layer that reads frames before the current one: gradients are computed from the last block of frames back. What is saved grows with the frames, as
    /// what other frames read does, with frames around it.
    /// </summary>
    [Fact]
    public void A_layer_over_frames()
    {
        Buffer frame = Buffer.OfFrame("inputFrame", Features, before: 4), output = Buffer.OfSample("conv1Output", Features);
        Buffer gradient = Buffer.OfFrame("conv1OutputGradient", Features, behind: 4);
        Check(
            ProgramPlanner.Plan(
            [
                Do(null, Role.Copy, When.In(Level.Sample), s_inputs, frame),
                Do("Conv1", Role.Forward, When.In(Level.Block), frame, s_parameters, output),
                Do(null, Role.Loss, When.In(Level.Sample), output, gradient),
                Do("Conv1", Role.WeightGradient, When.In(Level.Block), frame, gradient, s_gradients),
            ], overTime: true),
            """
            each sequence
              blocks of frames, the first one first
                each sample
                         Copy            input[16] → inputFrame[16]
                each block
                  Conv1  Forward         inputFrame[16] parameters[16] → conv1Output[16]
                each sample
                         Loss            conv1Output[16] → conv1OutputGradient[16]
              blocks of frames, the last one first
                each block
                  Conv1  WeightGradient  inputFrame[16] conv1OutputGradient[16] → gradients[16]
            scratch memory
              conv1Output          64 samples of 16 floats at 0
            scratch memory, per frame
              inputFrame           16 floats at 0
              conv1OutputGradient  16 floats at 16
            """);
    }

    /// <summary>Prediction with quantised weights: they are made once for many calls.</summary>
    [Fact]
    public void Quantised_weights()
    {
        Buffer weights = Buffer.OfNetwork("quantisedWeights", Features * Features / sizeof(float)), inputs = Buffer.OfSample("quantisedInputs", Features / sizeof(float));
        Check(
            ProgramPlanner.Plan(
            [
                Do("Dense1", Role.Prepare, When.Entering(Level.Network), s_parameters, weights),
                Do("Dense1", Role.Forward, When.In(Level.Sample), s_inputs, inputs),
                Do("Dense1", Role.Forward, When.In(Level.Block), inputs, weights, s_outputs),
            ]),
            """
            once for many calls
              Dense1  Prepare         parameters[16] → quantisedWeights[64]
            each sample
              Dense1  Forward         input[16] → quantisedInputs[4]
            each block
              Dense1  Forward         quantisedInputs[4] quantisedWeights[64] → output[16]
            scratch memory
              quantisedInputs   64 samples of 4 floats at 0
            memory of the network
              quantisedWeights  64 floats at 0
            """);
    }

    private static void Check(ProgramPlan plan, string expected) => Assert.Equal(expected, plan.ToString());

    private static Operation Do(string? layer, Role role, When when, params Buffer[] buffers) =>
        new($"{layer}{role}", when, "Library__.Nothing.Do", [.. buffers.Select(buffer => new Operand(buffer.Name, buffer))], []) { Layer = layer, Role = role };
}
