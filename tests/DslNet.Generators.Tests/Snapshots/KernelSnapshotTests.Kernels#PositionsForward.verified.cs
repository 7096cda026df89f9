//HintName: PositionsForward.g.cs

// Positions1: y = x + w[position]: 16 values at 20 positions.
[Method__(OfOneSample)]
public static void Positions1Forward(ref float counts, ref float x, ref float w, ref float y, int count)
{
	unchecked
	{
		for (int t = 0; t < count; t++)
		{
			// Sequences that are too long were refused, but a state may have been loaded with any bytes.
			int position = (int)global::System.Math.Min((uint)(Place__.Read(ref counts, t * 8) - 1), 19u);
			ref float row = ref Place__.Add(ref w, position * 16);
			ref float xFrame = ref Place__.Add(ref x, t * 16);
			ref float yFrame = ref Place__.Add(ref y, t * 16);
			for (int i = 0; i < 16; i += 8)
			{
				Lanes__.Store(Lanes__.Load(ref xFrame, i) + Lanes__.Load(ref row, i), ref yFrame, i);
			}
		}
	}
}
