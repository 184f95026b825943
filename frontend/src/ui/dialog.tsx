import { ActionIcon, Group, Modal, type ModalRootProps } from '@mantine/core';
import type { ReactNode } from 'react';
import { Icon } from './icons';

interface Props {
  title: string;
  opened: boolean;
  onClose: () => void;
  size?: ModalRootProps['size'];
  children: ReactNode;
}

/** A dialog whose heading is no second banner of the page, and whose cross has a name. */
export function Dialog({ title, opened, onClose, size, children }: Props) {
  return (
    <Modal.Root opened={opened} onClose={onClose} {...(size === undefined ? {} : { size })}>
      <Modal.Overlay />
      <Modal.Content aria-label={title}>
        <Modal.Body pt="md">
          <Group justify="space-between" mb="sm">
            <h2>{title}</h2>
            <ActionIcon size={24} aria-label="Close" onClick={onClose}>
              <Icon name="close" size={12} />
            </ActionIcon>
          </Group>
          {children}
        </Modal.Body>
      </Modal.Content>
    </Modal.Root>
  );
}
