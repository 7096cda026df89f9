using DslNet.Generators.Text;

namespace DslNet.Generators.Simd;

/// <summary>
/// An instruction set that kernels are emitted for: how many lanes and accumulators it offers, and how each operation is
/// spelled. A target never decides about the order of a sum; it only chooses how much of it is done at once.
/// </summary>
internal abstract class Target
{
    /// <summary>The build property that chooses among them.</summary>
    public const string Property = "build_property.DslNetTargets";

    /// <summary>
    /// What is chosen where nothing else is and the optimiser is off: kernels for every processor would make no such build fast, only its
    /// compilation twice as long. All compute the same bits.
    /// </summary>
    public const string Unoptimized = "avx2";

    /// <summary>The names that <see cref="Choose"/> is to choose by.</summary>
    /// <param name="property">The build property; empty or null where it is not set.</param>
    /// <param name="isOptimized">Whether the compiler optimises.</param>
    public static string NamesOf(string? property, bool isOptimized) => property is { Length: > 0 } ? property : isOptimized ? "" : Unoptimized;

    /// <summary>The portable target where there are no kernels of NEON for it to call.</summary>
    private static readonly PortableTarget s_alone = new();

    /// <summary>The targets in the order of preference, the one that runs everywhere last.</summary>
    public static IReadOnlyList<Target> All { get; } = Ordered();

    /// <summary>The one that choices are weighed for which all targets share.</summary>
    public static Target Typical { get; } = All.Single(target => target is Avx2Target);

    /// <summary>
    /// The targets that a list of names, with semicolons or commas between, asks for; all if it is empty. The one that runs
    /// everywhere is always among them, and so is one whose kernels another calls.
    /// </summary>
    public static IReadOnlyList<Target> Choose(string names)
    {
        Target[] targets = [.. Named(names)];

        // Without NEON's kernels it has all of its own, whose tiles fit sixteen registers.
        return targets.Any(target => target is NeonTarget) ? targets : [.. targets.Select(target => target is PortableTarget ? s_alone : target)];
    }

    private static IEnumerable<Target> Named(string names)
    {
        string[] chosen = [.. names.Split([';', ','], StringSplitOptions.RemoveEmptyEntries).Select(name => name.Trim())];
        return chosen.Length == 0
            ? All
            : All.Where(target => target == All[All.Count - 1] || All.Any(other => IsChosen(other) && other.Calls(target)));

        bool IsChosen(Target target) => target.HasPrograms && chosen.Contains(target.Name, StringComparer.OrdinalIgnoreCase);
    }

    private static Target[] Ordered()
    {
        Avx2Target avx2 = new();
        Avx512NarrowTarget narrow = new(avx2);
        NeonTarget neon = new(new PortableTarget());
        return [new Avx512Target(narrow), narrow, avx2, neon, new PortableTarget(neon)];
    }

    /// <summary>The name as the property DslNetTargets spells it.</summary>
    public abstract string Name { get; }

    /// <summary>The class that holds the kernels.</summary>
    public abstract string ClassName { get; }

    /// <summary>What it is, for comments.</summary>
    public abstract string Description { get; }

    /// <summary>The condition under which its programs may run; null if they always may, or if it has none.</summary>
    public abstract string? Condition { get; }

    /// <summary>Whether programs are made for it. Otherwise it has but the kernels that others call.</summary>
    public virtual bool HasPrograms => true;

    /// <summary>Whose kernels do what gains nothing from this one's; null where everything has a kernel of its own.</summary>
    public virtual Target? Fallback => null;

    /// <summary>
    /// Whose kernels it calls where that one has kernels of its own: for vectors of one length, one text is enough. Null where it has all of its own.
    /// </summary>
    public virtual Target? Lender => null;

    /// <summary>Weights beyond which a layer gains from this target, where its vectors fit the layer's panels.</summary>
    public virtual int WeightsToGain => 0;

    /// <summary>Weights beyond which one sample of a dense layer gains from this target.</summary>
    public virtual int WeightsToGainAlone => 0;

    /// <summary>Whether it differs from its fallback in nothing but the number of registers.</summary>
    public virtual bool GainsByRegisters => false;

    /// <summary>Floats in a register.</summary>
    public abstract int Lanes { get; }

    /// <summary>How many accumulators a register tile may have, leaving some registers for weights and inputs.</summary>
    public virtual int Accumulators => 12;

    /// <summary>
    /// Accumulators of a dense tile of several vectors: so many that they keep the multipliers busy beside the weights and inputs.
    /// </summary>
    public virtual int TileAccumulators => 8;

    /// <summary>
    /// Into how many equal parts a dense tile is divided for the samples that whole tiles leave over, before the rest is done
    /// one by one: tall tiles would leave many.
    /// </summary>
    public virtual int TileParts => 1;

    /// <summary>
    /// Whether a multiply-add takes one of its factors from a lane of a vector (Arm's "by element"): neighbours in memory are then loaded together, and
    /// need not be broadcast.
    /// </summary>
    public virtual bool MultipliesByLane => false;

    /// <summary>Whether kernels of gradients fuse the optimiser's step: there are registers enough to update parameters while a tile is accumulated, and a vector has
    /// sixteen of them.</summary>
    public virtual bool FusesUpdate => false;

    /// <summary>Whether kernels of another target may be among those that this one's programs run.</summary>
    private bool Calls(Target other) => other == this || (Fallback?.Calls(other) ?? false);

    /// <summary>
    /// Terms that are loaded at once where a target multiplies by a lane. Four would halve these loads once more, but there are few enough
    /// already, and the text of a tile, each term of which is written out, would be twice as long.
    /// </summary>
    public const int LanePair = 2;

    /// <summary>How many values of consecutive terms come with one load, where they are neighbours in memory.</summary>
    public int TermsPerLoad => MultipliesByLane ? LanePair : 1;

    /// <summary>How many neighbours in memory come with one load.</summary>
    public int NeighboursPerLoad => MultipliesByLane ? Lanes : 1;

    /// <summary>Whether memory can be prefetched.</summary>
    public virtual bool Prefetches => false;

    /// <summary>What Vector__ and Float__ stand for in the generated file.</summary>
    protected abstract string VectorClass { get; }

    /// <summary>
    /// The using directives of the generated file. A name with two underscores is nobody's but a compiler's: C# keeps them for that, while
    /// any other might be a type's or a namespace's beside the network.
    /// </summary>
    public virtual IEnumerable<string> Usings =>
    [
        $"using Vector__ = global::System.Runtime.Intrinsics.{VectorClass};",
        $"using Lanes__ = global::DslNet.CompilerServices.Lanes{Lanes};",
        $"using Float__ = global::System.Runtime.Intrinsics.{VectorClass}<float>;",
        $"using UInt__ = global::System.Runtime.Intrinsics.{VectorClass}<uint>;",
        "using Place__ = global::DslNet.CompilerServices.Place;",
        "using Math__ = global::DslNet.Numerics.VectorMath;",
        "using Horizontal__ = global::DslNet.Numerics.Horizontal;",
        "using Channels__ = global::DslNet.CompilerServices.ChannelStore;",
    ];

    public string Load(string array, string offset) => $"Lanes__.Load(ref {array}, {offset})";

    /// <summary>Declarations of vectors, a few on a line: a name, and behind it 0, 1 and so on.</summary>
    public string[] Declare(string name, IReadOnlyList<string> values) => Declare([.. values.Select((value, i) => ($"{name}{i}", value))]);

    /// <summary>Declarations of vectors, a few on a line.</summary>
    public string[] Declare(IReadOnlyList<(string Name, string Value)> vectors)
    {
        const int together = 3;
        return
        [
            .. vectors.Select((vector, i) => (Index: i, Text: $"{vector.Name} = {vector.Value}")).GroupBy(vector => vector.Index / together, vector => vector.Text)
                .Select(line => $"Float__ {string.Join(", ", line)};"),
        ];
    }

    /// <summary>Prefetches memory, where the target <see cref="Prefetches"/>.</summary>
    public string Prefetch(string array, int floats) => $"global::DslNet.CompilerServices.CacheLines.Prefetch(ref {array}, {floats});";

    public string Store(string value, string array, string offset) => $"Lanes__.Store({value}, ref {array}, {offset});";

    /// <summary>A statement that stores one vector, or two that are neighbours in memory.</summary>
    /// <param name="method">The method: Store, Add, Accumulate or a Store that does something with the values before.</param>
    /// <param name="values">The vectors.</param>
    /// <param name="arguments">Arguments behind them, each with a comma.</param>
    /// <param name="array">Where they go.</param>
    /// <param name="offset">The first one's offset.</param>
    public string Store(StoreMethod method, IReadOnlyList<string> values, string arguments, string array, string offset) =>
        $"Lanes__.{method.Verb}{(values.Count == 2 ? "Two" : "")}{method.Object}({string.Join(", ", values)}, {arguments}ref {array}, {offset});";

    /// <summary>Runs of vectors that are neighbours in memory, two at most.</summary>
    public IEnumerable<(IReadOnlyList<string> Values, string Offset)> Neighbours(IReadOnlyList<(string Value, int Offset)> vectors)
    {
        for (int i = 0; i < vectors.Count; i++)
        {
            string offset = Literal.Of(vectors[i].Offset);
            bool isPair = i + 1 < vectors.Count && vectors[i + 1].Offset == vectors[i].Offset + Lanes;
            yield return isPair ? ([vectors[i].Value, vectors[++i].Value], offset) : ([vectors[i].Value], offset);
        }
    }

    /// <summary>One float in every lane.</summary>
    public string Broadcast(string array, string offset) => $"Lanes__.Broadcast(ref {array}, {offset})";

    public string Constant(float value) => Literal.Of(value) switch
    {
        "0f" => "Float__.Zero",
        "1f" => "Float__.One",
        var literal => $"Lanes__.Fill({literal})",
    };

    /// <summary>
    /// Statements that add one value of memory × each of up to three vectors to as many accumulators, for each of some rows: four or two
    /// rows at a time where their values are as far apart.
    /// </summary>
    /// <param name="array">The memory.</param>
    /// <param name="rows">Of each row, its value's offset and its accumulators.</param>
    /// <param name="vectors">The vectors.</param>
    public IEnumerable<string> AddRows(string array, IReadOnlyList<(int Offset, IReadOnlyList<string> Sums)> rows, IReadOnlyList<string> vectors)
    {
        for (int row = 0; row < rows.Count;)
        {
            int count = RowsTogether(rows.Count - row, vectors.Count);
            while (count > 1 && Enumerable.Range(2, Math.Max(0, count - 2)).Any(r => rows[row + r].Offset - rows[row + r - 1].Offset != rows[row + 1].Offset - rows[row].Offset))
                count /= 2;
            string offset = Literal.Of(rows[row].Offset), stride = count == 1 ? "" : $", {Literal.Of(rows[row + 1].Offset - rows[row].Offset)}";
            yield return Call($"{Method("Add", count, vectors.Count)}(ref {array}, {offset}{stride}, {string.Join(", ", vectors)}", rows.Skip(row).Take(count).SelectMany(each => each.Sums));
            row += count;
        }
    }

    /// <summary>
    /// Statements that add one value of memory × each vector of memory to as many accumulators, for each of some rows: in one call where that
    /// can be, else with the vectors in registers.
    /// </summary>
    /// <param name="array">The memory.</param>
    /// <param name="rows">Of each row, its value's offset and its accumulators.</param>
    /// <param name="vectorArray">The vectors' memory.</param>
    /// <param name="vectors">The vectors' offsets.</param>
    /// <param name="name">What they are called in registers.</param>
    public IEnumerable<string> AddTerm(
        string array, IReadOnlyList<(int Offset, IReadOnlyList<string> Sums)> rows, string vectorArray, IReadOnlyList<int> vectors, string name)
    {
        string[] calls = [.. AddRows(array, rows, [.. vectors.Select((_, v) => $"{name}{v}")])];
        bool isOne = calls.Length == 1 && vectors.Count <= 2 && vectors[vectors.Count - 1] == vectors[0] + (vectors.Count - 1) * Lanes;
        if (!isOne)
            return [.. Declare(name, [.. vectors.Select(vector => Load(vectorArray, Literal.Of(vector)))]), .. calls];
        string stride = rows.Count == 1 ? "" : $", {Literal.Of(rows[1].Offset - rows[0].Offset)}";
        return
        [
            Call($"{Method("AddLoaded", rows.Count, vectors.Count)}(ref {array}, {Literal.Of(rows[0].Offset)}{stride}, ref {vectorArray}, {Literal.Of(vectors[0])}", rows.SelectMany(row => row.Sums)),
        ];
    }

    /// <summary>Statements that add a lane of each of some registers × each of up to three vectors to as many accumulators, where <see cref="MultipliesByLane"/>.</summary>
    public IEnumerable<string> AddLaneRows(IReadOnlyList<(string Register, IReadOnlyList<string> Sums)> rows, int lane, IReadOnlyList<string> vectors)
    {
        for (int row = 0; row < rows.Count;)
        {
            (string Register, IReadOnlyList<string> Sums)[] some = [.. rows.Skip(row).Take(RowsTogether(rows.Count - row, vectors.Count))];
            yield return Call(
                $"{Method("AddLane", some.Length, vectors.Count)}({string.Join(", ", some.Select(each => each.Register))}, {lane}, {string.Join(", ", vectors)}", some.SelectMany(each => each.Sums));
            row += some.Length;
        }
    }

    /// <summary>A statement that adds all four lanes of a register × each of one or two vectors to as many accumulators, where <see cref="MultipliesByLane"/>.</summary>
    public string AddLanes(string register, IReadOnlyList<string> sums, IReadOnlyList<string> vectors) =>
        Call($"{Method("AddLanes", 4, vectors.Count)}({register}, {string.Join(", ", vectors)}", sums);

    private string Products => MultipliesByLane ? "Lane__" : "Lanes__";

    /// <summary>How many of some rows are done by one call.</summary>
    private static int RowsTogether(int rows, int vectors) => vectors > 2 ? 1 : rows >= 4 ? 4 : rows >= 2 ? 2 : 1;

    private static string Method(string name, int rows, int vectors) => $"{name}{Literal.Of(rows)}x{Literal.Of(vectors)}";

    /// <summary>A call of what adds products; many accumulators are on a line of their own.</summary>
    private string Call(string head, IEnumerable<string> sums)
    {
        const int fewSums = 4;
        string[] references = [.. sums.Select(sum => "ref " + sum)];
        return $"{Products}.{head},{(references.Length > fewSums ? "\n\t" : " ")}{string.Join(", ", references)});";
    }

    /// <summary>One value for <see cref="AddLoadedProducts"/>: in every lane, or in the first where that is enough.</summary>
    public virtual string Factor(string array, string offset) => Broadcast(array, offset);

    /// <summary>A statement that adds a <see cref="Factor"/> × a vector of memory to an accumulator, or × two neighbours to as many.</summary>
    public string AddLoadedProducts(string register, string array, string offset, IReadOnlyList<string> sums) =>
        $"{Products}.Add{(sums.Count == 2 ? "TwoLoadedProducts" : "LoadedProduct")}({register}, ref {array}, {offset}, {string.Join(", ", sums.Select(sum => "ref " + sum))});";

    /// <summary>Two neighbours in the first lanes of a register, where <see cref="MultipliesByLane"/>.</summary>
    public virtual string LoadPair(string array, string offset) => throw new NotSupportedException($"{Name} does not multiply by a lane.");

    /// <summary>a &gt; b ? a : b, in this order: where either is NaN the result is b.</summary>
    public string Max(string a, string b) => $"Lanes__.Max({a}, {b})";

    /// <summary>condition ? a : b, lane by lane.</summary>
    public string Select(string condition, string a, string b) => $"Lanes__.Select({condition}, {a}, {b})";

    public string GreaterThan(string a, string b) => $"Lanes__.GreaterThan({a}, {b})";
}
