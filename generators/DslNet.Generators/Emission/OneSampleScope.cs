using DslNet.Generators.Operations;
using DslNet.Generators.Planning;
using DslNet.Generators.Text;

namespace DslNet.Generators.Emission;

/// <summary>A single sample, with scratch memory from the stack: piece by piece, since small ones are cleared without a call.</summary>
internal sealed class OneSampleScope : SampleScope
{
    public override string ScratchHeading(ProgramPlan program, IReadOnlyList<Buffer> buffers) => "Scratch memory, on the stack";

    public override string Content(Buffer buffer) => NumberText.Counted(buffer.Length, "float");

    public override string Declaration(string name, Buffer buffer) =>
        $"ref float {name} = ref Memory__.GetReference(stackalloc float[{buffer.Reserved}]);";

    public override string? LoopOf(Stage stage) => null;

    public override string MethodOf(Kernel kernel, string name) => kernel.HasSingle ? name + KernelName.SingleSuffix : name;

    public override IEnumerable<string> Count(Operation operation) =>
        operation.Kernel is { IsOfBlock: true, HasSingle: false } ? ["1"] : [];

    public override string InScratch(string name, Buffer buffer, Granularity granularity) => "ref " + name;

    public override string InCallersMemory(string name, Buffer buffer, Granularity granularity) => "ref " + name;
}
