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
        string[] chosen = [.. names.Split([';', ','], StringSplitOptions.RemoveEmptyEntries).Select(name => name.Trim())];
        return chosen.Length == 0
            ? All
            : [.. All.Where(target => target == All[All.Count - 1] || All.Any(other => IsChosen(other) && other.Calls(target)))];

        bool IsChosen(Target target) => target.HasPrograms && chosen.Contains(target.Name, StringComparer.OrdinalIgnoreCase);
    }

    private static Target[] Ordered()
    {
        Avx2Target avx2 = new();
        Avx512NarrowTarget narrow = new(avx2);
        PortableTarget portable = new();
        return [new Avx512Target(narrow), narrow, avx2, new NeonTarget(portable), portable];
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

    /// <summary>Weights beyond which a layer gains from this target, where its vectors fit the layer's panels.</summary>
    public virtual int WeightsToGain => 0;

    /// <summary>Weights beyond which one sample of a dense layer gains from this target.</summary>
    public virtual int WeightsToGainAlone => 0;

    /// <summary>Whether it differs from its fallback in nothing but the number of registers.</summary>
    public virtual bool GainsByRegisters => false;

    /// <summary>Floats in a register.</summary>
    public abstract int Lanes { get; }

    /// <summary>How many sums a tile may hold in registers, leaving some for weights and inputs.</summary>
    public virtual int Accumulators => 12;

    /// <summary>
    /// Sums of a dense tile of several vectors: so many that they keep the multipliers busy beside the weights and inputs.
    /// </summary>
    public virtual int TileSums => 8;

    /// <summary>
    /// Into how many equal parts a dense tile is divided for the samples that whole tiles leave over, before the rest is done
    /// one by one: tall tiles would leave many.
    /// </summary>
    public virtual int TileParts => 1;

    /// <summary>
    /// Whether a multiply-add takes one of its factors from a lane of a vector: numbers that lie side by side are then loaded
    /// together, and need not be broadcast.
    /// </summary>
    public virtual bool MultipliesByLane => false;

    /// <summary>Whether there are registers enough to update parameters while a tile of gradients is summed, and a vector has sixteen of them.</summary>
    public virtual bool UpdatesWhileSumming => false;

    /// <summary>Whether kernels of another target may be among those that this one's programs run.</summary>
    private bool Calls(Target other) => other == this || (Fallback?.Calls(other) ?? false);

    /// <summary>
    /// Terms that are loaded at once where a target multiplies by a lane. Four would halve these loads once more, but there are few enough
    /// already, and the text of a tile, each term of which is written out, would be twice as long.
    /// </summary>
    public const int LanePair = 2;

    /// <summary>How many numbers of the next terms come with one load, where they lie behind each other.</summary>
    public int TermsALoad => MultipliesByLane ? LanePair : 1;

    /// <summary>How many numbers that lie side by side come with one load.</summary>
    public int NeighboursALoad => MultipliesByLane ? Lanes : 1;

    /// <summary>Whether memory can be asked for before it is needed.</summary>
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
    public string[] Declare(string name, IReadOnlyList<string> values)
    {
        const int together = 3;
        return
        [
            .. values.Select((value, i) => (Index: i, Text: $"{name}{i} = {value}")).GroupBy(vector => vector.Index / together, vector => vector.Text)
                .Select(line => $"Float__ {string.Join(", ", line)};"),
        ];
    }

    /// <summary>Asks for memory that will be needed soon, where the target <see cref="Prefetches"/>.</summary>
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

    /// <summary>A statement that adds one value of memory × each of up to three vectors to as many accumulators.</summary>
    public virtual string AddProducts(string array, string offset, IReadOnlyList<(string Vector, string Sum)> products) =>
        $"Lanes__.Add{Count(products.Count)}(ref {array}, {offset}, {Arguments(products)});";

    /// <summary>One value for <see cref="AddLoadedProducts"/>: in every lane, or in the first where that is enough.</summary>
    public virtual string Factor(string array, string offset) => Broadcast(array, offset);

    /// <summary>A statement that adds a <see cref="Factor"/> × a vector of memory to an accumulator, or × two neighbours to as many.</summary>
    public string AddLoadedProducts(string register, string array, string offset, IReadOnlyList<string> sums) =>
        $"{(MultipliesByLane ? "Lane__" : "Lanes__")}.Add{Count(sums.Count, "Loaded")}({register}, ref {array}, {offset}, {string.Join(", ", sums.Select(sum => "ref " + sum))});";

    /// <summary>A statement that adds a lane of a register × each of up to three vectors to as many accumulators, where <see cref="MultipliesByLane"/>.</summary>
    public virtual string AddLaneProducts(string register, int lane, IReadOnlyList<(string Vector, string Sum)> products) =>
        throw new NotSupportedException($"{Name} does not multiply by a lane.");

    /// <summary>Two neighbours in the first lanes of a register, where <see cref="MultipliesByLane"/>.</summary>
    public virtual string LoadPair(string array, string offset) => throw new NotSupportedException($"{Name} does not multiply by a lane.");

    /// <summary>In the name of a method: how many products it adds, and of what kind.</summary>
    protected static string Count(int products, string kind = "") => products switch
    {
        1 => kind + "Product",
        2 => $"Two{kind}Products",
        3 => $"Three{kind}Products",
        _ => throw new ArgumentOutOfRangeException(nameof(products), products, "There are methods for one to three."),
    };

    /// <summary>The vectors, and behind them the accumulators.</summary>
    protected static string Arguments(IReadOnlyList<(string Vector, string Sum)> products) =>
        string.Join(", ", products.Select(product => product.Vector).Concat(products.Select(product => "ref " + product.Sum)));

    /// <summary>a &gt; b ? a : b, in this order: where either is NaN the result is b.</summary>
    public string Max(string a, string b) => $"Lanes__.Max({a}, {b})";

    /// <summary>condition ? a : b, lane by lane.</summary>
    public string Select(string condition, string a, string b) => $"Lanes__.Select({condition}, {a}, {b})";

    public string GreaterThan(string a, string b) => $"Lanes__.GreaterThan({a}, {b})";
}
