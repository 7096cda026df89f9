using DslNet.Generators.Model;
using DslNet.Generators.Operations;

namespace DslNet.Generators.Lowering;

/// <summary>A layer that can compute a block of frames with the frames in the lanes of vectors.</summary>
internal interface IWorksOnLanes
{
    /// <summary>Whether it can for these inputs, and gains by it.</summary>
    bool WorksOnLanes(IReadOnlyList<Shape> inputs);

    /// <summary>Adds the operations that compute the output, and says where it is.</summary>
    LaneValue LowerLanes(LaneContext context);
}
