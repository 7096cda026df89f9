namespace DslNet.Generators.Simd;

/// <summary>
/// The 32 registers of AVX-512 for AVX2's vectors: where sixteen lanes do not fit, larger tiles may load less. It has but the
/// kernels that are bound by loads, for AVX-512's to call. The instructions are AVX2's: the just-in-time compiler takes the further
/// registers where the processor has them, and elsewhere the kernels, slower, run as well.
/// </summary>
internal sealed class Avx512NarrowTarget(Avx2Target fallback) : Target
{
    public override string Name => "avx512narrow";

    public override string ClassName => "Avx512NarrowKernels";

    public override string Description => "AVX-512, 8 lanes, 32 registers";

    public override string? Condition => null;

    public override bool HasPrograms => false;

    public override Target? Fallback => fallback;

    public override bool GainsByRegisters => true;

    public override int Lanes => fallback.Lanes;

    // With the one more that tiles without weights take: the five rows of five vectors of LeNet-5's second convolution.
    public override int Accumulators => 24;

    protected override string VectorClass => "Vector256";

    public override IEnumerable<string> Usings => fallback.Usings;
}
