using System.Collections;
using Microsoft.Build.Framework;

namespace DslNet.Build;

/// <summary>A file that a task has written, as MSBuild takes it.</summary>
internal sealed class TextItem(string path) : ITaskItem
{
    public string ItemSpec { get; set; } = path;

    public ICollection MetadataNames => Array.Empty<string>();

    public int MetadataCount => 0;

    public IDictionary CloneCustomMetadata() => new Hashtable();

    public void CopyMetadataTo(ITaskItem destinationItem)
    {
    }

    public string GetMetadata(string metadataName) => "";

    public void RemoveMetadata(string metadataName)
    {
    }

    public void SetMetadata(string metadataName, string metadataValue) => throw new NotSupportedException();
}
