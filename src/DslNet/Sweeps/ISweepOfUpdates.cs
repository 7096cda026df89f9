namespace DslNet;

/// <summary>A sweep that kernels can do piece by piece while they sum gradients.</summary>
/// <typeparam name="TSixteen">What it does to sixteen elements.</typeparam>
internal interface ISweep<TSixteen> : ISweep where TSixteen : struct, IUpdate, allows ref struct
{
    /// <summary>The update of sixteen elements, which has the same memory.</summary>
    TSixteen OfSixteen();
}
