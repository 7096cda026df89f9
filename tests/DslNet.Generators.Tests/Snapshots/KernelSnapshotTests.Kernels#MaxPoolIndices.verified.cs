//HintName: MaxPoolIndices.g.cs

// MaxPool1: where the maximum of each window and channel is, one sample.
[Method__(Optimized)]
public static void MaxPool1Indices(ref float x, ref float y, ref float indices, ref float kernelOffsets)
{
	unchecked
	{
		for (int row = 0; row < 2; row++)
		{
			for (int column = 0; column < 2; column++)
			{
				int o = (row * 2 + column) * 8;
				ref float window = ref Place__.Add(ref x, row * 24 + column * 8);
				Float__ most = Lanes__.Load(ref y, o);
				UInt__ isMost, index0 = UInt__.Zero, index1 = Vector__.Create(6u);
				isMost = Vector__.AsUInt32(Vector__.Equals(Lanes__.Load(ref window, 32), most));
				index0 = Vector__.ConditionalSelect(isMost, Vector__.Create(48u), index0);
				index1 = Vector__.ConditionalSelect(isMost, UInt__.Zero, index1);
				isMost = Vector__.AsUInt32(Vector__.Equals(Lanes__.Load(ref window, 24), most));
				index0 = Vector__.ConditionalSelect(isMost, Vector__.Create(40u), index0);
				index1 = Vector__.ConditionalSelect(isMost, Vector__.Create(1u), index1);
				isMost = Vector__.AsUInt32(Vector__.Equals(Lanes__.Load(ref window, 8), most));
				index0 = Vector__.ConditionalSelect(isMost, Vector__.Create(8u), index0);
				index1 = Vector__.ConditionalSelect(isMost, Vector__.Create(5u), index1);
				isMost = Vector__.AsUInt32(Vector__.Equals(Lanes__.Load(ref window, 0), most));
				index0 = Vector__.ConditionalSelect(isMost, UInt__.Zero, index0);
				index1 = Vector__.ConditionalSelect(isMost, Vector__.Create(6u), index1);
				if (!Vector__.EqualsAll(most, most))
				{
					isMost = Vector__.AsUInt32(Vector__.IsNaN(Lanes__.Load(ref window, 0)));
					index0 = Vector__.ConditionalSelect(isMost, UInt__.Zero, index0);
					index1 = Vector__.ConditionalSelect(isMost, Vector__.Create(6u), index1);
					isMost = Vector__.AsUInt32(Vector__.IsNaN(Lanes__.Load(ref window, 8)));
					index0 = Vector__.ConditionalSelect(isMost, Vector__.Create(8u), index0);
					index1 = Vector__.ConditionalSelect(isMost, Vector__.Create(5u), index1);
					isMost = Vector__.AsUInt32(Vector__.IsNaN(Lanes__.Load(ref window, 24)));
					index0 = Vector__.ConditionalSelect(isMost, Vector__.Create(40u), index0);
					index1 = Vector__.ConditionalSelect(isMost, Vector__.Create(1u), index1);
					isMost = Vector__.AsUInt32(Vector__.IsNaN(Lanes__.Load(ref window, 32)));
					index0 = Vector__.ConditionalSelect(isMost, Vector__.Create(48u), index0);
					index1 = Vector__.ConditionalSelect(isMost, UInt__.Zero, index1);
				}
				Lanes__.Store(Vector__.AsSingle(index0 + Vector__.Create((uint)(row * 40 + column * 8))), ref indices, o);
				Lanes__.Store(Vector__.AsSingle(index1), ref kernelOffsets, o);
			}
		}
	}
}
