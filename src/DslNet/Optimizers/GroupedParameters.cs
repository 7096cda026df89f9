using DslNet.CompilerServices;

namespace DslNet;

/// <summary>A network's parameters, divided by how they are updated.</summary>
internal sealed class GroupedParameters
{
    private readonly (ParameterSetting Setting, (int Start, int End)[] All)[] _groups;
    private (int Start, int End)[]? _others;
    private (int Start, int End)[][] _ranges;

    /// <param name="network">The network.</param>
    /// <param name="groups">The groups; a parameter belongs to the first that has it.</param>
    /// <param name="decays">What decays.</param>
    /// <exception cref="InvalidOperationException">A group has no parameter.</exception>
    public GroupedParameters(NetworkDescription network, IReadOnlyCollection<ParameterGroup> groups, Decays decays)
    {
        if (groups.FirstOrDefault(group => !network.Parameters.Any(parameter => group.Has(parameter.Name))) is { } unused)
        {
            throw new InvalidOperationException(
                $"No parameter of {network.Name} has a name like \"{unused.Pattern}\", which Optimizer.Groups says. There are {string.Join(", ", network.Parameters.Select(parameter => parameter.Name))}.");
        }

        _groups =
        [
            .. network.Parameters
                .GroupBy(parameter => ParameterSetting.Of(parameter, groups, decays), parameter => (parameter.Offset, parameter.Offset + parameter.Layout.StorageLength))
                .Select(group => (group.Key, group.ToArray())),
        ];
        _ranges = [.. _groups.Select(group => group.All)];
    }

    public int Count => _groups.Length;

    public ParameterSetting Setting(int group) => _groups[group].Setting;

    /// <summary>Where the parameters of a group are, but those that are frozen.</summary>
    public (int Start, int End)[] Ranges(int group, FrozenParameters? frozen)
    {
        // What is not frozen is another array whenever it changes.
        if (frozen is not null && _others != frozen.Others)
            LeaveOut(frozen);
        return _ranges[group];
    }

    private void LeaveOut(FrozenParameters frozen)
    {
        _others = frozen.Others;
        _ranges = [.. _groups.Select(each => Array.FindAll(each.All, range => !frozen.Contains(range.Start)))];
    }
}
