using DslNet.Generators.Lowering;
using DslNet.Generators.Operations;
using DslNet.Generators.Planning;

namespace DslNet.Generators.Emission;

/// <summary>The names that a program gives to the memory its kernels work on, so that its calls can be read.</summary>
internal sealed class ProgramNames
{
    private readonly Dictionary<Buffer, string> _scratch = [];
    private readonly Dictionary<int, string> _parameters = [];
    private readonly Dictionary<int, string> _gradients = [];
    private readonly HashSet<string> _taken = new(StringComparer.Ordinal);

    public ProgramNames(ProgramPlan program, ParameterTable parameters)
    {
        foreach (Parameter parameter in parameters.Parameters)
        {
            string[] parts = parameter.Name.Split('.');
            string name = Unique(parts[0] + char.ToUpperInvariant(parts[1][0]) + parts[1].Substring(1));
            _parameters.Add(parameter.Offset, name);
            _gradients.Add(parameter.Offset, Unique(name + "Gradient"));
        }

        foreach (Buffer buffer in program.Memory.Buffers)
            _scratch.Add(buffer, Unique(buffer.Name));
    }

    public string OfScratch(Buffer buffer) => _scratch[buffer];

    public string OfParameter(int offset) => _parameters[offset];

    public string OfGradient(int offset) => _gradients[offset];

    private string Unique(string name)
    {
        string unique = name;
        for (int i = 2; !_taken.Add(unique); i++)
            unique = name + "_" + i;
        return unique;
    }
}
