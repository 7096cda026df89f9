using DslNet.Generators.Lowering;
using DslNet.Generators.Operations;
using DslNet.Generators.Planning;

namespace DslNet.Generators.Emission;

/// <summary>The names that a program gives to the memory its kernels work on, so that its calls can be read.</summary>
internal sealed class ProgramNames
{
    private readonly Dictionary<Buffer, string> _scratch = [];
    private readonly Dictionary<SampleSpan, string> _ports = [];
    private readonly Dictionary<SampleSpan, string> _strides = [];
    private readonly Dictionary<int, string> _parameters = [];
    private readonly Dictionary<int, string> _gradients = [];

    /// <summary>All names in use; at first those of programs' parameters and variables.</summary>
    private readonly HashSet<string> _taken = new(StringComparer.Ordinal)
    {
        "samples", "first", "end", "start", "block", "s", "parameters", "gradients", "scratch", "loss", "scale", "seed", "step", "update", "sequence", "origin", "length", "frames", "room", "state", "position",
    };

    /// <param name="program">The program.</param>
    /// <param name="plan">The network.</param>
    /// <param name="hasPhases">Whether it has memory of the call.</param>
    public ProgramNames(ProgramPlan program, NetworkPlan plan, bool hasPhases)
    {
        if (hasPhases)
            _taken.UnionWith(CallMemory.Names);
        Ports = [.. program.Operations.SelectMany(operation => operation.Operands).Where(operand => operand.Buffer.Port is not null).Select(operand => SampleSpan.Of(operand.Buffer)).Distinct()];
        Weights = [.. WeightsOf(program.Operations)];
        foreach (SampleSpan span in Ports.Concat(Weights))
            _ports.Add(span, Unique(ParameterTable.FileName(span.Field)));
        foreach (SampleSpan span in Weights)
            _strides.Add(span, Unique(OfPort(span) + "Stride"));
        foreach (Parameter parameter in plan.Parameters.Parameters)
        {
            string name = Unique(Joined(parameter.Name));
            _parameters.Add(parameter.Offset, name);
            _gradients.Add(parameter.Offset, Unique(name + "Gradient"));
        }

        foreach (State state in plan.States.States)
            _parameters.Add(state.Offset, Unique(Joined(state.Name)));

        foreach (Buffer buffer in program.Memory.Buffers)
            _scratch.Add(buffer, Unique(buffer.Name));
    }

    /// <summary>The caller's memory that the program works on, in the order of its first use.</summary>
    public IReadOnlyList<SampleSpan> Ports { get; }

    /// <summary>How much samples count in the losses that the program computes.</summary>
    public IReadOnlyList<SampleSpan> Weights { get; }

    /// <summary>The same of some operations.</summary>
    public static IEnumerable<SampleSpan> WeightsOf(IEnumerable<Operation> operations) =>
        operations.SelectMany(operation => operation.Scalars).OfType<ProgramFact.GradientScale>().Select(scale => new SampleSpan(scale.Weights, IsGradient: false)).Distinct();

    public string OfPort(SampleSpan span) => _ports[span];

    /// <summary>The name of how far the weights of samples are apart.</summary>
    public string OfStride(SampleSpan weights) => _strides[weights];

    public string OfScratch(Buffer buffer) => _scratch[buffer];

    public string OfParameter(int offset) => _parameters[offset];

    public string OfGradient(int offset) => _gradients[offset];

    /// <summary>A name in files as one of C#: <c>batchNorm1.running_mean</c> becomes batchNorm1RunningMean.</summary>
    private static string Joined(string name)
    {
        int dot = name.LastIndexOf('.');
        string layer = name.Substring(0, dot).Replace('.', '_'), role = name.Substring(dot + 1);
        return layer + (role.IndexOf('_') < 0 ? Capital(role) : string.Concat(role.Split('_').Where(word => word.Length > 0).Select(Capital)));

        static string Capital(string word) => char.ToUpperInvariant(word[0]) + word.Substring(1);
    }

    private string Unique(string name)
    {
        string unique = name;
        for (int i = 2; !_taken.Add(unique); i++)
            unique = name + "_" + i;
        return unique;
    }
}
