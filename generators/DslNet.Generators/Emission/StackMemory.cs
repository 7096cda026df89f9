using DslNet.Generators.Operations;
using DslNet.Generators.Planning;

namespace DslNet.Generators.Emission;

/// <summary>Scratch memory from the stack, for one sample: piece by piece, since small ones are cleared without a call.</summary>
internal sealed class StackMemory(ProgramPlan program) : ScratchMemory(program)
{
    public override string Heading(IReadOnlyList<Buffer> buffers) => "Scratch memory, on the stack";

    public override string Declaration(string name, Buffer buffer) =>
        $"ref float {name} = ref Memory__.GetReference(stackalloc float[{Program.Memory[buffer].Reserved}]);";
}
