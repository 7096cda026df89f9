using System.Runtime.InteropServices;
using Microsoft.Win32.SafeHandles;

namespace DslNet;

/// <summary>The user and the group that a file belongs to, on Linux: .NET itself can neither tell nor set them.</summary>
internal readonly partial record struct FileOwner(uint User, uint Group)
{
    private const uint Unchanged = uint.MaxValue;

    /// <summary>The owner of a file, or null where that is not to be known.</summary>
    public static FileOwner? Of(string path) => FileStatus.Of(path)?.Owner;

    /// <summary>Gives a file to this owner, or at least to the group; whether the group is this one then.</summary>
    public bool TrySet(SafeFileHandle file) => Change(file, User, Group) == 0 || Change(file, Unchanged, Group) == 0;

    [LibraryImport("libc", EntryPoint = "fchown")]
    private static partial int Change(SafeFileHandle file, uint user, uint group);
}
