using DslNet.Generators.Operations;
using DslNet.Generators.Planning;
using DslNet.Generators.Text;

namespace DslNet.Generators.Emission;

/// <summary>
/// Writes the methods of a network over sequences. Frames are worked on in blocks, as samples are, and one by one; what they are computed from besides is in
/// the memory of a state. A whole sequence begins with a new one. Where layers need all frames, there are no states, and whole sequences are all there is.
/// </summary>
internal static class SequencePrograms
{
    private const string Samples = $"in {SamplesStruct.Name} samples";

    public static void Write(SourceWriter writer, NetworkPlan plan)
    {
        if (plan.State is { } state)
            WriteStreams(writer, plan, state);
        else
            WriteEvaluateWhole(writer, plan);
        if (plan.Gradients is not null)
            WriteGradients(writer, plan, plan.Gradients);
    }

    private static void WriteStreams(SourceWriter writer, NetworkPlan plan, FrameState state)
    {
        WriteProcess(writer, plan, state);
        WriteStep(writer, plan, state);
        WriteEvaluate(writer, plan, state);
        WriteAdvance(writer, state);
    }

    private static void WriteProcess(SourceWriter writer, NetworkPlan plan, FrameState state)
    {
        ProgramPlan program = plan.Evaluation;
        ProgramWriter body = new(
            writer, plan, program, ProgramLoops.OfBlocks("first", "end", program.BlockSamples), new ArenaMemory(program), frames: Frames(program, state));
        EvaluationProgram.Write(writer, plan, body, "Predicts frames of one sequence", "frame", "Process", ", ref float state");
    }

    private static void WriteStep(SourceWriter writer, NetworkPlan plan, FrameState state)
    {
        ProgramPlan program = plan.OneSample;
        ProgramWriter body = new(writer, plan, program, ProgramLoops.OneSample, new ArenaMemory(program), frames: Frames(program, state));
        writer.Line();
        writer.Line("// Predicts one frame.");
        writer.Line(KernelMethod.Optimized);
        using (writer.Block($"public static void Step({Samples}, ref float parameters, ref float scratch, ref float state)"))
        using (writer.Block("unchecked"))
        {
            body.WritePorts();
            body.WriteNames(program.Operations);
            if (body.Prologue.Count > 0)
                body.Heading("What depends on the parameters alone");
            body.WriteCalls(body.Prologue);
            writer.Gap();
            body.WriteBlocks();
        }
    }

    private static void WriteEvaluate(SourceWriter writer, NetworkPlan plan, FrameState state)
    {
        writer.Line();
        writer.Line("// Predicts whole sequences, each from its beginning. The state is behind the scratch memory.");
        using (writer.Block($"public static double Evaluate({Samples}, int first, int end, ref float parameters, ref float scratch)"))
        {
            writer.Line(ArenaMemory.Declare("state", "scratch", plan.FrameScratch));
            writer.Line("double loss = 0;");
            using (writer.Block("for (int sequence = first; sequence < end; sequence++)"))
            {
                writer.Line("Reset(ref state);");
                writer.Line("int origin = sequence * samples.Frames;");
                writer.Line($"loss += Process(in samples, origin, origin + samples.{SamplesStruct.LengthOf}(sequence), ref parameters, ref scratch, ref state);");
            }

            writer.Gap();
            writer.Line("return loss;");
        }

        WriteFrames(writer);
        writer.Line();
        using (writer.Block("private static void Reset(ref float state)"))
        {
            writer.Line($"{LibraryCall.Namespace}FrameMemory.Place(ref state) = 0;");
            foreach (FrameState.Value value in state.Values)
                writer.Line($"{LibraryCall.Namespace}FloatMemory.Clear{Rows(value)}({Offset.Reference("state", Literal.Of(value.Offset))}, {Literal.Of(value.Kept)}{RowArguments(value)});");
        }
    }

    private static void WriteFrames(SourceWriter writer)
    {
        writer.Line();
        writer.Line($"public static int FramesOf({Samples}) => samples.Frames;");
    }

    /// <summary>Whole sequences without a state: what is read of other frames is kept of all of them.</summary>
    private static void WriteEvaluateWhole(SourceWriter writer, NetworkPlan plan)
    {
        ProgramPlan program = plan.Evaluation;
        ArenaMemory memory = new(program);
        ProgramWriter body = new(writer, plan, program, ProgramLoops.OfSequences("first", "end", program.BlockSamples), memory, frames: new SequenceFrames(program));
        EvaluationProgram.Write(writer, plan, body, "Predicts whole sequences", "frame", "Evaluate", first: RoomLine(program));

        WriteFrames(writer);
        WriteLength(writer, program, memory, "ArenaLength", "predictions of ");
    }

    /// <summary>The line that says of how many frames there is memory.</summary>
    private static string RoomLine(ProgramPlan program) => $"int frames = samples.Frames, {ArenaMemory.Room} = {Room(program)};";

    private static string Room(ProgramPlan program) => Offset.Sum("frames", Literal.Of(program.Memory.Slack));

    private static void WriteLength(SourceWriter writer, ProgramPlan program, ArenaMemory memory, string method, string of)
    {
        writer.Line();
        writer.Line($"// Floats of scratch memory for {of}sequences of so many frames.");
        writer.Line($"public static long {method}(int frames) => {memory.LengthOfFrames($"(long){(program.Memory.Slack == 0 ? "frames" : $"({Room(program)})")}")};");
    }

    private static void WriteAdvance(SourceWriter writer, FrameState state)
    {
        if (state.Values.Count == 0)
            return;
        writer.Line();
        writer.Line("// The place of some frames behind those before. Where there is no room left, the frames that are still read move to the front.");
        using (writer.Block($"private static int {StateFrames.Advance}(ref float state, int frames)"))
        {
            writer.Line($"ref int next = ref {LibraryCall.Namespace}FrameMemory.Place(ref state);");
            writer.Line("int position = next;");
            using (writer.Block($"if ((uint)position > (uint)({state.Room} - frames))"))
            {
                writer.Line($"position = global::System.Math.Clamp(position, 0, {state.Room});");
                foreach (FrameState.Value value in state.Values)
                {
                    string from = Offset.Sum(Offset.Times("position", value.FrameLength), Literal.Of(value.Offset));
                    writer.Line($"{LibraryCall.Namespace}FloatMemory.Copy{Rows(value)}({Offset.Reference("state", from)}, {Offset.Reference("state", Literal.Of(value.Offset))}, {Literal.Of(value.Kept)}{RowArguments(value)});");
                }

                writer.Line("position = 0;");
            }

            writer.Gap();
            writer.Line("next = position + frames;");
            writer.Line("return position;");
        }
    }

    private static void WriteGradients(SourceWriter writer, NetworkPlan plan, ProgramPlan program)
    {
        ArenaMemory memory = new(program);
        ProgramWriter body = new(writer, plan, program, ProgramLoops.OfSequences("first", "end", program.BlockSamples), memory, frames: new SequenceFrames(program));
        GradientProgram.WritePrepare(writer, body);
        WriteLength(writer, program, memory, "WorkspaceLength", "");
        writer.Line();
        writer.Line("// Sums the loss and its gradients over some sequences: forward from the first frame to the last, and back.");
        writer.Line(KernelMethod.Optimized);
        using (writer.Block($"public static double Gradients({GradientProgram.Parameters})"))
        using (writer.Block("unchecked"))
        {
            writer.Line(RoomLine(program));
            body.WritePorts();
            body.WriteNames(program.Operations);
            body.WriteGradientNames();
            GradientProgram.WriteStart(writer, plan, body);
            writer.Gap();
            writer.Line("double loss = 0;");
            body.WriteBlocks();
            if (body.Groups.Leave.Count > 0)
                body.Heading("What was summed in another order becomes gradients");
            body.WriteCalls(body.Groups.Leave);
            writer.Gap();
            writer.Line("return loss;");
        }
    }

    private static string Rows(FrameState.Value value) => value.Rows > 1 ? "Rows" : "";

    private static string RowArguments(FrameState.Value value) => value.Rows > 1 ? $", {Literal.Of(value.Rows)}, {Literal.Of(value.Row)}" : "";

    private static StateFrames Frames(ProgramPlan program, FrameState state) =>
        new(state) { Buffers = [.. Buffer.ScratchOf(program.Operations).Where(buffer => buffer.FramesBefore > 0)] };
}
