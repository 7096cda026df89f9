using DslNet.Generators.Model;
using DslNet.Generators.Operations;

namespace DslNet.Generators.Lowering;

/// <summary>A layer whose kernel may leave its image channels-first, if what reads it can take it so.</summary>
internal interface IWritesChannelsFirst
{
    /// <summary>Whether it does so here.</summary>
    /// <param name="input">The shape of its input.</param>
    /// <param name="layout">How its input is stored.</param>
    bool WritesChannelsFirst(Shape input, Layout layout);
}
