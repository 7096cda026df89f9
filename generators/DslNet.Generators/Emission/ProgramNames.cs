using DslNet.Generators.Lowering;
using DslNet.Generators.Operations;
using DslNet.Generators.Planning;

namespace DslNet.Generators.Emission;

/// <summary>The names that a program gives to the memory its kernels work on, so that its calls can be read.</summary>
internal sealed class ProgramNames
{
    private readonly Dictionary<Buffer, string> _scratch = [];
    private readonly Dictionary<SampleSpan, string> _ports = [];
    private readonly Dictionary<int, string> _parameters = [];
    private readonly Dictionary<int, string> _gradients = [];

    /// <summary>All names in use; at first those of programs' parameters and variables.</summary>
    private readonly HashSet<string> _taken = new(StringComparer.Ordinal)
    {
        "samples", "first", "end", "start", "block", "s", "parameters", "gradients", "scratch", "loss", "scale", "seed", "step", "update",
    };

    public ProgramNames(ProgramPlan program, ParameterTable parameters)
    {
        Ports = [.. program.Operations.SelectMany(operation => operation.Operands).Where(operand => operand.Buffer.Port is not null).Select(operand => SampleSpan.Of(operand.Buffer)).Distinct()];
        foreach (SampleSpan span in Ports)
            _ports.Add(span, Unique(ParameterTable.FileName(span.Field)));
        foreach (Parameter parameter in parameters.Parameters)
        {
            string role = parameter.Spec.Role, layer = parameter.Name.Substring(0, parameter.Name.Length - role.Length - 1).Replace('.', '_');
            string name = Unique(layer + char.ToUpperInvariant(role[0]) + role.Substring(1));
            _parameters.Add(parameter.Offset, name);
            _gradients.Add(parameter.Offset, Unique(name + "Gradient"));
        }

        foreach (Buffer buffer in program.Memory.Buffers)
            _scratch.Add(buffer, Unique(buffer.Name));
    }

    /// <summary>The caller's memory that the program works on, in the order of its first use.</summary>
    public IReadOnlyList<SampleSpan> Ports { get; }

    public string OfPort(SampleSpan span) => _ports[span];

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
