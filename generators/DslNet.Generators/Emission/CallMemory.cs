using DslNet.Generators.Lowering;
using DslNet.Generators.Operations;
using DslNet.Generators.Planning;
using DslNet.Generators.Text;

namespace DslNet.Generators.Emission;

/// <summary>
/// Memory that the phases of a call leave for each other: first what all groups share, then what each has of its own, then what each sample has.
/// Between the samples of two groups are as many as a tile may run over the end.
/// </summary>
internal sealed class CallMemory(ProgramPlan program)
{
    private readonly MemoryPlan _memory = program.Memory;

    /// <summary>What a program calls the group that it works on, with the memory of its call.</summary>
    public const string Group = "group";

    /// <summary>Its type.</summary>
    public const string Type = LibraryCall.Namespace + "CallGroup";

    /// <summary>Where the memory begins.</summary>
    private const string Call = "call";

    /// <summary>Where the samples' part begins, and for how many samples there is room.</summary>
    private const string Samples = "ofSamples", Room = "room";

    /// <summary>The names that programs with such memory declare.</summary>
    public static IReadOnlyList<string> Names { get; } = [Group, Call, Samples, Room];

    /// <summary>Whether a buffer is in it.</summary>
    public bool Has(Buffer buffer) => _memory[buffer].Area.Owner == MemoryOwner.Call;

    /// <summary>Floats of a call, as an expression in C#.</summary>
    /// <param name="groups">The number of groups.</param>
    /// <param name="samples">The number of samples.</param>
    public string Length(string groups, string samples) => Sum(
        Literal.Of(Of(MemoryArea.OfCall)), Product($"(long){groups}", Of(MemoryArea.OfGroups)), Product(RoomFor(groups, $"(long){samples}"), Of(MemoryArea.OfSamples)));

    /// <summary>Declares names for where some buffers begin: that of all samples, and of the group's own copies.</summary>
    /// <param name="writer">Where to.</param>
    /// <param name="buffers">The buffers.</param>
    /// <param name="nameOf">Their names.</param>
    public void Write(SourceWriter writer, IReadOnlyList<Buffer> buffers, Func<Buffer, string> nameOf)
    {
        writer.Line($"ref float {Call} = ref {Group}.Memory;");
        if (buffers.Any(buffer => _memory[buffer].Area == MemoryArea.OfSamples))
        {
            string first = Sum(Literal.Of(Of(MemoryArea.OfCall)), Product($"{Group}.Groups", Of(MemoryArea.OfGroups)));
            writer.Line($"int {Samples} = {first}, {Room} = {RoomFor($"{Group}.Groups", $"{Group}.Samples")};");
        }

        foreach (Buffer buffer in buffers)
            writer.Line($"ref float {nameOf(buffer)} = {Offset.Reference(Call, Place(buffer))}; // {Content(buffer)}");
    }

    private string Content(Buffer buffer) => NumberText.Counted(buffer.Length, "float")
        + (_memory[buffer].Area == MemoryArea.OfGroups ? " per group" : _memory[buffer].Area == MemoryArea.OfSamples ? " per sample" : "");

    private string Place(Buffer buffer)
    {
        Allocation place = _memory[buffer];
        if (place.Area == MemoryArea.OfCall)
            return Literal.Of((int)place.Offset);
        if (place.Area == MemoryArea.OfGroups)
            return Sum(Literal.Of(Of(MemoryArea.OfCall)), Product($"{Group}.Groups", (int)place.Offset), Product($"{Group}.Index", buffer.Length));
        return Sum(Samples, Product(Room, (int)place.Offset), Product($"{Group}.Index", _memory.Slack * buffer.Length));
    }

    private string RoomFor(string groups, string samples) => _memory.Slack == 0 ? samples : $"{samples} + {Product(groups, _memory.Slack)}";

    private int Of(MemoryArea area) => (int)_memory.LengthOf(area);

    private static string Product(string variable, int factor) => Offset.Times(variable, factor);

    private static string Sum(params string[] parts) => Offset.Sum([.. parts.Where(part => part != "0").DefaultIfEmpty("0")]);
}
