namespace DslNet.Generators.Lowering;

/// <summary>A layer that sums products, and with frames in lanes can do what a join behind it does.</summary>
internal interface IProductOnLanes : IWorksOnLanes
{
}
