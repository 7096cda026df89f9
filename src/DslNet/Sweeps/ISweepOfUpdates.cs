namespace DslNet;

/// <summary>A sweep that can be fused into the kernels that sum gradients.</summary>
/// <typeparam name="TWide">What it does to sixteen elements.</typeparam>
internal interface ISweep<TWide> : ISweep where TWide : struct, IUpdate, allows ref struct
{
    /// <summary>The update of sixteen elements, which has the same memory.</summary>
    TWide WideUpdate();
}
